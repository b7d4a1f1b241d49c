package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** The {@code Condition} of a JSONata rule is neither an expression nor a boolean. */
final class BadCondition extends Rule {
    BadCondition() {
        super("ASL-CHO-010", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode condition = part.value("Condition");
        if (part.kind() == Kind.CHOICE_RULE
                && part.isJsonata()
                && !condition.isMissingNode()
                && !condition.isBoolean()
                && !Text.isExpression(condition)
                && !Text.isUnknown(condition)) {
            findings.add(at(
                            part.at("Condition"),
                            "Condition must be true, false or an expression from {%% to %%}, found %s"
                                    .formatted(Words.show(condition)))
                    .service(ServiceWords.expected(Shape.BOOLEAN), part.at("Condition")));
        }
    }
}
