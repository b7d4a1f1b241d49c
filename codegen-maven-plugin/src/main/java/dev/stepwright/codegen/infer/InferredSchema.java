package dev.stepwright.codegen.infer;

import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.types.Shape;
import dev.stepwright.types.Shape.Member;
import dev.stepwright.types.Shape.Scalar;
import dev.stepwright.types.Shape.Sequence;
import dev.stepwright.types.Shape.Structure;
import dev.stepwright.types.Shape.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of an inferred shape, as the generator can turn it into Java: what has no Java type in common is any value, and
 * what would get a Java name twice is named after what is around it, or left among the additional members.
 */
final class InferredSchema {
    /** A constructor has at most 255 parameters, this among them, and a long counts as two; there may be one more for the rest. */
    private static final int MAX_MEMBERS = 125;

    private InferredSchema() {}

    /**
     * Returns the schema of a whole value; empty if nothing is known of it that a Java type could say.
     *
     * @param names the Java names around the type, its own included
     */
    static Optional<ObjectNode> of(Shape shape, TypeScope names) {
        Shape known = Simplified.of(shape).shape();
        boolean nullable = Simplified.of(shape).nullable();
        if (nullable || known instanceof Shape.Any || isAnyObject(known)) {
            return Optional.empty();
        }
        return Optional.of(write(known, names, ""));
    }

    /** Returns whether there is no record for an object: none of its members is known, or more than a constructor can have. */
    private static boolean isAnyObject(Shape shape) {
        return shape instanceof Structure structure
                && (structure.open() && structure.members().isEmpty()
                        || structure.members().size() > MAX_MEMBERS);
    }

    /** @param key under which the schema stands, by which a type in it is named */
    private static ObjectNode write(Shape shape, TypeScope names, String key) {
        Simplified simplified = Simplified.of(shape);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (simplified.shape() instanceof Scalar scalar) {
            type(schema, scalarType(scalar), simplified.nullable());
            if (scalar.type() == Scalar.Type.TIMESTAMP) {
                schema.put("format", "date-time");
            }
        } else if (simplified.shape() instanceof Sequence sequence) {
            type(schema, "array", simplified.nullable());
            schema.set("items", element(sequence.element(), names, key));
        } else if (simplified.shape() instanceof Tuple tuple) {
            type(schema, "array", simplified.nullable());
            elements(schema, tuple, names);
        } else if (simplified.shape() instanceof Structure structure) {
            type(schema, "object", simplified.nullable());
            if (!isAnyObject(structure)) {
                members(schema, structure, names);
            }
        }
        return schema;
    }

    private static String scalarType(Scalar scalar) {
        return switch (scalar.type()) {
            case BOOLEAN -> "boolean";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case STRING, TIMESTAMP -> "string";
            case NULL -> "null";
        };
    }

    private static void type(ObjectNode schema, String type, boolean nullable) {
        if (nullable) {
            schema.putArray("type").add(type).add("null");
        } else {
            schema.put("type", type);
        }
    }

    private static void members(ObjectNode schema, Structure structure, TypeScope names) {
        Map<String, Member> known = new LinkedHashMap<>(structure.members());
        boolean left = known.keySet().removeIf(name -> !names.takeMember(name));
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        known.forEach((name, member) -> {
            properties.set(name, member(member.shape(), names, name, name, "The member \"" + name + "\"."));
            if (member.required()) {
                required.add(name);
            }
        });
        if (!required.isEmpty()) {
            ArrayNode array = schema.putArray("required");
            required.forEach(array::add);
        }
        if (structure.open() || left) {
            schema.putObject("additionalProperties");
        } else if (known.isEmpty()) {
            schema.put("additionalProperties", false);
        }
    }

    private static ObjectNode element(Shape shape, TypeScope names, String array) {
        return array.isEmpty()
                ? member(shape, names, "Item", "", "An element of the array.")
                : member(shape, names, array + " Item", array + "Item", "An element of \"" + array + "\".");
    }

    private static void elements(ObjectNode schema, Tuple tuple, TypeScope names) {
        ArrayNode elements = schema.putArray("prefixItems");
        List<String> keys = keys(tuple);
        for (int i = 0; i < keys.size(); i++) {
            String description =
                    "What the branch that starts with \"" + tuple.names().get(i) + "\" gives.";
            elements.add(member(tuple.elements().get(i), names, keys.get(i), "", description));
        }
        name(elements, keys, names);
        schema.put("items", false);
    }

    /** Gives elements without a title one, which is that of no other: types whose names were taken around have longer ones. */
    private static void name(ArrayNode elements, List<String> keys, TypeScope names) {
        Set<String> taken = new HashSet<>();
        elements.forEach(element -> taken.add(element.path("title").asString("")));
        for (int i = 0; i < keys.size(); i++) {
            if (elements.get(i) instanceof ObjectNode element && !element.has("title")) {
                String own = Names.type(keys.get(i));
                element.put(
                        "title",
                        Stream.of(own, names.name() + own, "Element" + (i + 1))
                                .filter(taken::add)
                                .findFirst()
                                .orElse(own));
            }
        }
    }

    /** Returns what elements are called in Java: by their names if all of them can be. */
    private static List<String> keys(Tuple tuple) {
        List<String> names = tuple.names();
        List<String> types = names.stream().map(Names::type).distinct().toList();
        return types.size() == names.size() && types.stream().allMatch(type -> type.matches("[A-Z][A-Za-z0-9]*"))
                ? names
                : IntStream.rangeClosed(1, names.size())
                        .mapToObj(number -> "Element " + number)
                        .toList();
    }

    /** @param plain a name of the type, but for the case of letters, that says what the description does */
    private static ObjectNode member(Shape shape, TypeScope names, String key, String plain, String description) {
        if (!becomesType(Simplified.of(shape).shape())) {
            return write(shape, names, key);
        }
        Optional<TypeScope> within = names.enter(key);
        if (within.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        ObjectNode schema = write(shape, within.get(), key);
        if (!within.get().name().equals(Names.type(key))) {
            schema.put("title", within.get().name());
        }
        return within.get().name().equalsIgnoreCase(plain) ? schema : schema.put("description", description);
    }

    private static boolean becomesType(Shape shape) {
        return shape instanceof Tuple || shape instanceof Structure && !isAnyObject(shape);
    }
}
