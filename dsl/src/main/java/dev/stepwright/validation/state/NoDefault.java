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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A Choice state fails when no rule matches, and nothing says that one always does. */
final class NoDefault extends Rule {
    /** A path that is compared with true or false, with parentheses as the Workflow Studio writes them or without. */
    private static final Pattern TRUTH =
            Pattern.compile("\\{%\\s*(\\(?[$\\w.\\[\\]]+\\)?)\\s*=\\s*\\(?(true|false)\\)?\\s*%}");

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
            String condition = rule.path("Condition").asString("");
            Matcher truth = TRUTH.matcher(condition);
            if (rule.path("Condition").asBoolean(false)
                    || condition.matches("\\{%\\s*true\\s*%}")
                    || truth.matches()
                            && isSecond(tests, truth.group(1), truth.group(2).equals("true"))) {
                return true;
            }
            for (String operator : rule.propertyNames()) {
                String test = operator + " " + rule.path("Variable").asString("");
                if (rule.path(operator).isBoolean()
                        && isSecond(tests, test, rule.path(operator).booleanValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds a test for true or false, and returns whether the one for the other is there already. */
    private static boolean isSecond(Set<String> tests, String test, boolean wanted) {
        tests.add(test + " " + wanted);
        return tests.contains(test + " " + !wanted);
    }
}
