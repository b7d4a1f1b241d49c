package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.HashMap;
import java.util.Map;

/** Two Map states have the same {@code Label}. */
final class DuplicateLabel extends Rule {
    DuplicateLabel() {
        super("ASL-MAP-011", Severity.ERROR, "DUPLICATE_LABEL_NAME");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        Map<String, Part> first = new HashMap<>();
        for (Part part : machine.parts()) {
            String label = part.kind() == Kind.MAP ? part.text("Label").orElse("") : "";
            Part other = Text.isUnknown(label) || BadLabel.isBad(label) ? null : first.putIfAbsent(label, part);
            if (other != null) {
                findings.add(at(
                                part.at("Label"),
                                "the Map state %s has the same Label; give each Map state its own"
                                        .formatted(Words.quote(other.name())))
                        .service("Duplicate Label name: " + label, part.at("Label")));
            }
        }
    }
}
