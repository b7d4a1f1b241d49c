package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A choice rule can never be the one that matches. */
final class DeadRule extends Rule {
    private static final List<String> EFFECTS = List.of("Next", "Output", "Assign", "Comment");

    DeadRule() {
        super("ASL-CHO-008", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode choices = part.value("Choices");
        if (part.kind() != Kind.CHOICE || !choices.isArray()) {
            return;
        }
        Map<JsonNode, Integer> seen = new HashMap<>();
        int always = -1;
        for (int i = 0; i < choices.size(); i++) {
            if (!(choices.get(i) instanceof ObjectNode rule)) {
                continue;
            }
            ObjectNode test = rule.objectNode();
            rule.properties().stream()
                    .filter(member -> !EFFECTS.contains(member.getKey()))
                    .forEach(member -> test.set(member.getKey(), member.getValue()));
            Integer same = test.isEmpty() ? null : seen.putIfAbsent(test, i);
            String reason = reason(test, always, same);
            if (!reason.isEmpty()) {
                findings.add(at(part.at("Choices").appendIndex(i), "this rule never matches: " + reason));
                if (always >= 0) {
                    return;
                }
            } else if (is(test, true) && always < 0) {
                always = i;
            }
        }
    }

    private static String reason(ObjectNode test, int always, @Nullable Integer same) {
        if (always >= 0) {
            return "Choices[" + always + "] always matches; put it last, or make it the Default";
        }
        if (same != null) {
            return "Choices[" + same + "] has the same test and comes first; remove one of them";
        }
        return is(test, false) ? "its Condition is false; remove it" : "";
    }

    private static boolean is(JsonNode test, boolean constant) {
        JsonNode condition = test.path("Condition");
        return condition.isBoolean() && condition.booleanValue() == constant
                || condition.asString("").matches("\\{%\\s*" + constant + "\\s*%}");
    }
}
