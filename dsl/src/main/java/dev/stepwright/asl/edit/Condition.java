package dev.stepwright.asl.edit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A condition of a choice rule in JSONPath, whose operator is changed in its JSON; what else the rule has stays there. */
final class Condition {
    private static final Set<String> OUTER = Set.of("Next", "Comment", "Assign", "Output");

    private final ObjectNode rule;

    /** @param rule nobody else's */
    Condition(ObjectNode rule) {
        this.rule = rule;
    }

    void turnInto(String operator) {
        List<ObjectNode> operands = operands();
        switch (operator) {
            case "Not" -> {
                if (!rule.has("Not")) {
                    replace(object().set("Not", own()));
                }
            }
            case "And", "Or" ->
                replace(object().set(
                                operator,
                                JsonNodeFactory.instance
                                        .arrayNode()
                                        .addAll(operands.isEmpty() ? List.of(own()) : operands)));
            default -> {
                if (operands.size() > 1) {
                    throw new IllegalArgumentException(
                            operator + " takes one condition, found " + operands.size() + "; remove the others first");
                }
                replace(operands.isEmpty() ? compared(operator) : compared(operands.get(0), operator));
            }
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns the conditions within {@code And}, {@code Or} or {@code Not}; none of a comparison. */
    private List<ObjectNode> operands() {
        return Stream.of("And", "Or", "Not")
                .map(rule::path)
                .flatMap(inner -> inner.isObject() ? Stream.of(inner) : inner.valueStream())
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** Returns the condition without what the rule has beside it. */
    private ObjectNode own() {
        return rule.deepCopy().remove(OUTER);
    }

    private static ObjectNode compared(ObjectNode condition, String operator) {
        new Condition(condition).turnInto(operator);
        return condition;
    }

    private ObjectNode compared(String operator) {
        ObjectNode compared = object();
        JsonNode operand = JsonNodeFactory.instance.booleanNode(true);
        for (var member : own().properties()) {
            if (member.getKey().equals("Variable")) {
                compared.set("Variable", member.getValue());
            } else if (!operator.startsWith("Is") || member.getValue().isBoolean()) {
                operand = member.getValue();
            }
        }
        return compared.set(operator, operand);
    }

    /** Puts another condition in place, before what the rule has beside it. */
    private void replace(ObjectNode condition) {
        ObjectNode outer = rule.deepCopy().retain(OUTER);
        rule.removeAll();
        rule.setAll(condition);
        rule.setAll(outer);
    }
}
