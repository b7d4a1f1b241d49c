package dev.stepwright.server.page;

import dev.stepwright.types.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a value of a shape, to be filled in: all members that are known, texts empty, numbers zero. */
final class InputSkeleton {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private InputSkeleton() {}

    /** Returns a value that a machine can be started with; an empty object where nothing is known. */
    static JsonNode of(Shape input) {
        JsonNode value = value(input);
        return value.isNull() ? JSON.objectNode() : value;
    }

    private static JsonNode value(Shape shape) {
        if (shape instanceof Shape.Structure structure) {
            ObjectNode object = JSON.objectNode();
            structure.members().forEach((name, member) -> object.set(name, value(member.shape())));
            return object;
        }
        if (shape instanceof Shape.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            return sequence.element() instanceof Shape.Any ? array : array.add(value(sequence.element()));
        }
        if (shape instanceof Shape.Tuple tuple) {
            ArrayNode array = JSON.arrayNode();
            tuple.elements().forEach(element -> array.add(value(element)));
            return array;
        }
        if (shape instanceof Shape.OneOf choice) {
            return value(choice.alternatives().get(0));
        }
        return shape instanceof Shape.Scalar scalar ? scalar(scalar.type()) : JSON.nullNode();
    }

    private static JsonNode scalar(Shape.Scalar.Type type) {
        return switch (type) {
            case NULL -> JSON.nullNode();
            case BOOLEAN -> JSON.booleanNode(false);
            case INTEGER, NUMBER -> JSON.numberNode(0);
            case STRING -> JSON.stringNode("");
            case TIMESTAMP -> JSON.stringNode("2000-01-01T00:00:00Z");
        };
    }
}
