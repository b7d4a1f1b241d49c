package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A Choice state fails when no rule matches, and nothing says that one always does. */
final class NoDefault extends Rule {
    NoDefault() {
        super("ASL-CHO-007", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.CHOICE
                && !part.has("Default")
                && !part.misspells("Default")
                && !part.value("Choices").isEmpty()
                && !isExhaustive(part.value("Choices"))) {
            findings.add(atName(
                            part.pointer(),
                            "state %s has no Default, so the execution fails when no rule matches; add \"Default\" with the state to go to then"
                                    .formatted(Words.quote(part.name())))
                    .mendedBy(part.following().map(next -> Fix.put(part.at("Default"), next))));
        }
    }

    /** A test for true and the same test for false, or a condition that always holds. */
    private static boolean isExhaustive(JsonNode choices) {
        Set<String> tests = new HashSet<>();
        for (JsonNode rule : choices) {
            if (rule.path("Condition").asBoolean(false)
                    || rule.path("Condition").asString("").matches("\\{%\\s*true\\s*%}")) {
                return true;
            }
            for (String operator : rule.propertyNames()) {
                if (rule.path(operator).isBoolean()) {
                    String test = operator + " " + rule.path("Variable").asString("") + " ";
                    tests.add(test + rule.path(operator).booleanValue());
                    if (tests.contains(test + !rule.path(operator).booleanValue())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
