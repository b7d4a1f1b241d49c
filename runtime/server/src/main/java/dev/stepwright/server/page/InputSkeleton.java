package dev.stepwright.server.page;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes an input of a machine, to be filled in: all members that it reads, texts empty, numbers zero. */
final class InputSkeleton {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private InputSkeleton() {}

    /** Returns JSON that a machine can be started with; an empty object where nothing is known. */
    static String textOf(StateMachineDefinition machine) {
        return textOf(DataFlow.analyze(machine).input());
    }

    /** Returns JSON of a shape; an empty object where nothing is known. */
    static String textOf(Shape shape) {
        JsonNode value = value(shape);
        return JsonText.pretty(value.isNull() ? JSON.objectNode() : value);
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
