package dev.stepwright.validation.document;

import dev.stepwright.types.report.Finding.Level;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A state's {@code Type} is missing or none of the eight. */
final class UnknownStateType extends Rule {
    private static final String TYPES = "Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map";

    UnknownStateType() {
        super("ASL-STA-003", Level.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode type = part.value("Type");
        if (part.kind() != Kind.UNKNOWN_STATE || Text.isUnknown(type) || !type.isString() && !type.isMissingNode()) {
            return;
        }
        Finding finding = type.isMissingNode()
                ? atName(
                        part.pointer(),
                        "state %s needs a Type: one of %s%s".formatted(Words.quote(part.name()), TYPES, misspelt(part)))
                : at(part.at("Type"), message(type.stringValue()));
        findings.add(
                finding.service("The field 'Type' should have one of these values: [" + TYPES + "]", part.at("Type")));
    }

    private static String misspelt(Part part) {
        return part.unknownFields().stream()
                .filter(field -> new Names(List.of("Type")).nearest(field).isPresent())
                .map(field -> "; is " + Words.quote(field) + " meant for it?")
                .findFirst()
                .orElse("");
    }

    private static String message(String type) {
        String near = Words.didYouMean(new Names(Kind.STATE_TYPES.keySet()), type);
        return "Type is %s; allowed are %s%s".formatted(Words.quote(type), TYPES, near);
    }
}
