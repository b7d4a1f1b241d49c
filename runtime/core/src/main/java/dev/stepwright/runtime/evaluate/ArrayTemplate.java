package dev.stepwright.runtime.evaluate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An array with expressions in it. */
final class ArrayTemplate implements Expression {
    private final Expression[] elements;

    ArrayTemplate(Expression[] elements) {
        this.elements = elements;
    }

    @Override
    public JsonNode evaluate(Bindings bindings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(elements.length);
        for (Expression element : elements) {
            array.add(element.evaluate(bindings));
        }
        return array;
    }
}
