package dev.stepwright.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shapes and JSON Schema, draft 2020-12. An object schema with {@code properties} names all that a definition may rely on:
 * without {@code additionalProperties} it is closed here, although it lets other properties pass. What the shapes cannot say
 * (ranges, patterns, conditions, references to other documents) is not followed.
 */
public final class ShapeSchemas {
    private ShapeSchemas() {}

    /** Returns the shape of what a schema allows. */
    public static Shape shape(JsonNode schema) {
        return new SchemaReader(schema).read();
    }

    /**
     * Returns a schema of a shape, to begin with: it names every member that is known. That a structure is {@linkplain
     * Shape.Structure#open open} it does not say, so that the definition can rely on nothing that is not named.
     */
    public static JsonNode schema(Shape shape) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (shape instanceof Shape.Structure structure) {
            writeStructure(structure, schema);
        } else if (shape instanceof Shape.Sequence sequence) {
            schema.put("type", "array");
            schema.set("items", schema(sequence.element()));
        } else if (shape instanceof Shape.Tuple tuple) {
            schema.put("type", "array");
            ArrayNode elements = schema.putArray("prefixItems");
            for (int i = 0; i < tuple.elements().size(); i++) {
                JsonNode element = schema(tuple.elements().get(i));
                elements.add(element);
                if (!tuple.names().isEmpty() && element instanceof ObjectNode object) {
                    object.put("title", tuple.names().get(i));
                }
            }
            schema.put("items", false);
        } else if (shape instanceof Shape.OneOf union) {
            ArrayNode alternatives = schema.putArray("anyOf");
            union.alternatives().forEach(alternative -> alternatives.add(schema(alternative)));
        } else if (shape instanceof Shape.Scalar scalar) {
            writeScalar(scalar.type(), schema);
        } else if (shape instanceof Shape.Nothing) {
            return JsonNodeFactory.instance.booleanNode(false);
        }
        return schema;
    }

    private static void writeScalar(Shape.Scalar.Type type, ObjectNode schema) {
        if (type == Shape.Scalar.Type.TIMESTAMP) {
            schema.put("type", "string").put("format", "date-time");
        } else {
            schema.put("type", type.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void writeStructure(Shape.Structure structure, ObjectNode schema) {
        schema.put("type", "object");
        if (structure.members().isEmpty() && structure.open()) {
            return;
        }
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        structure.members().forEach((name, member) -> {
            properties.set(name, schema(member.shape()));
            if (member.required()) {
                required.add(name);
            }
        });
        if (!required.isEmpty()) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
    }
}
