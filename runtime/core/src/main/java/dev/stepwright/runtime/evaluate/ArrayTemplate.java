package dev.stepwright.runtime.evaluate;

import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An array with expressions in it. */
final class ArrayTemplate implements Expression {
    private final Expression[] elements;

    private ArrayTemplate(Expression[] elements) {
        this.elements = elements;
    }

    /**
     * Compiles an array; a literal if all its elements are.
     *
     * @param field the slash path of the array
     * @param compile makes the expression of an element at a path
     */
    static Expression of(JsonNode template, String field, BiFunction<JsonNode, String, Expression> compile) {
        Expression[] elements = new Expression[template.size()];
        boolean literal = true;
        for (int i = 0; i < elements.length; i++) {
            elements[i] = compile.apply(template.get(i), field + "[" + i + "]");
            literal &= elements[i] instanceof Literal;
        }
        return literal ? new Literal(template) : new ArrayTemplate(elements);
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
