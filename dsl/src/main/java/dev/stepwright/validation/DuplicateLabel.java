package dev.stepwright.validation;

import java.util.HashMap;
import java.util.Map;

/** Two Map states have the same {@code Label}. */
final class DuplicateLabel extends Rule {
    DuplicateLabel() {
        super("ASL-MAP-011", Severity.ERROR, "DUPLICATE_LABEL_NAME");
    }

    @Override
    void check(Machine machine, Findings findings) {
        Map<String, Part> first = new HashMap<>();
        for (Part part : machine.parts()) {
            String label = part.kind() == Kind.MAP ? part.text("Label").orElse("") : "";
            Part other = Text.isUnknown(label) || BadLabel.isBad(label) ? null : first.putIfAbsent(label, part);
            if (other != null) {
                findings.add(at(
                                part.at("Label"),
                                "the Map state %s has the same Label; each has its own"
                                        .formatted(Words.quote(other.name())))
                        .service("Duplicate Label name: " + label, part.at("Label")));
            }
        }
    }
}
