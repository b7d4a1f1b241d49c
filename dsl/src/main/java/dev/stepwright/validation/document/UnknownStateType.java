package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A state's {@code Type} is missing or none of the eight. */
final class UnknownStateType extends Rule {
    private static final String TYPES = "Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map";

    UnknownStateType() {
        super("ASL-STA-003", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode type = part.value("Type");
        if (part.kind() != Kind.UNKNOWN_STATE || Text.isUnknown(type) || !type.isString() && !type.isMissingNode()) {
            return;
        }
        Finding finding = type.isMissingNode() ? missing(part) : unknown(part.at("Type"), type.stringValue());
        findings.add(
                finding.service("The field 'Type' should have one of these values: [" + TYPES + "]", part.at("Type")));
    }

    private Finding missing(Part part) {
        Optional<String> misspelt = part.unknownFields().stream()
                .filter(field -> new Names(List.of("Type")).nearest(field).isPresent())
                .findFirst();
        String question = misspelt.map(field -> "; did you misspell it as " + Words.quote(field) + "?")
                .orElse("");
        return atName(
                        part.pointer(),
                        "state %s needs a Type: one of %s%s".formatted(Words.quote(part.name()), TYPES, question))
                .mendedBy(misspelt.map(field -> Fix.spell(part.at(field), "Type")));
    }

    private Finding unknown(JsonPointer at, String type) {
        Optional<String> near = new Names(Kind.STATE_TYPES.keySet()).nearest(type);
        return at(at, "Type must be one of %s, found %s%s".formatted(TYPES, Words.quote(type), Words.didYouMean(near)))
                .mendedBy(near.map(word -> Fix.spell(at, type, word)));
    }
}
