package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A rule inside And, Or or Not has {@code Next}, or And or Or has no rules. */
final class BadNestedRule extends Rule {
    BadNestedRule() {
        super("ASL-CHO-003", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.NESTED_RULE && part.has("Next")) {
            findings.add(atName(
                            part.at("Next"),
                            "a rule inside And, Or or Not cannot have Next; move it to the outer rule, the element of Choices")
                    .service(ServiceWords.unsupported("Next"), part.pointer()));
        }
        if (part.kind().isChoiceRule()) {
            for (String field : List.of("And", "Or")) {
                JsonNode rules = part.value(field);
                if (rules.isArray() && rules.isEmpty()) {
                    findings.add(at(part.at(field), field + " is empty; add at least one rule")
                            .service(ServiceWords.EMPTY, part.at(field)));
                }
            }
        }
    }
}
