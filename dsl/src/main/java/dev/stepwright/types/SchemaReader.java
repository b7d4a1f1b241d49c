package dev.stepwright.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads one schema document. A reference is cut where it comes around: there the shape is unknown, and so it is where there are
 * too many.
 */
final class SchemaReader {
    private static final int DEEPEST_REFERENCE = 100;
    private static final int MOST_SCHEMAS = 20_000;

    private final JsonNode document;
    private final @Nullable SchemaFile file;
    private final Progress progress;

    /** How far the reading of a document, and of those that it refers to, has come. */
    private static final class Progress {
        /** The references that are being followed. */
        private final Set<String> open = new HashSet<>();

        private int schemas;
    }

    /** Reads a document that stands nowhere; what it refers to outside of itself is unknown. */
    SchemaReader(JsonNode document) {
        this(document, null, new Progress());
    }

    /** Reads a document that may refer to others by their places. */
    SchemaReader(SchemaFile file) {
        this(file.root(), file, new Progress());
    }

    private SchemaReader(JsonNode document, @Nullable SchemaFile file, Progress progress) {
        this.document = document;
        this.file = file;
        this.progress = progress;
    }

    Shape read() {
        return shape(document);
    }

    private Shape shape(JsonNode schema) {
        if (++progress.schemas > MOST_SCHEMAS) {
            return Shape.ANY;
        }
        if (schema.isBoolean()) {
            return schema.booleanValue() ? Shape.ANY : new Shape.Nothing();
        }
        if (schema.path("$ref").isString()) {
            return referenced(schema.get("$ref").stringValue());
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (schema.path(keyword).isArray()) {
                return union(schema.get(keyword).valueStream().map(this::shape).toList());
            }
        }
        if (schema.path("allOf").isArray()) {
            return all(schema);
        }
        if (schema.has("const")) {
            return literal(schema.get("const"));
        }
        if (schema.path("enum").isArray()) {
            return union(
                    schema.get("enum").valueStream().map(SchemaReader::literal).toList());
        }
        return typed(schema);
    }

    private Shape typed(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return union(type.valueStream()
                    .map(each -> ofType(each.asString(""), schema))
                    .toList());
        }
        if (type.isString()) {
            return ofType(type.stringValue(), schema);
        }
        return schema.has("properties") ? structure(schema) : Shape.ANY;
    }

    private Shape referenced(String reference) {
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        SchemaReader reader = name.isEmpty() ? this : beside(name);
        String place = (reader.file == null ? "" : reader.file.path()) + "#" + fragment;
        if (progress.open.size() == DEEPEST_REFERENCE || !progress.open.add(place)) {
            return Shape.ANY;
        }
        JsonNode target = reader.target(fragment);
        Shape shape = target.isMissingNode() ? Shape.ANY : reader.shape(target);
        progress.open.remove(place);
        return shape;
    }

    private SchemaReader beside(String name) {
        Optional<SchemaFile> found = file == null ? Optional.empty() : file.beside(name);
        return found.map(other -> new SchemaReader(other.root(), other, progress))
                .orElseGet(() -> new SchemaReader(MissingNode.getInstance()));
    }

    private JsonNode target(String fragment) {
        return fragment.isEmpty() || fragment.startsWith("/")
                ? document.at(JsonPointer.compile(fragment))
                : MissingNode.getInstance();
    }

    private static Shape union(List<Shape> alternatives) {
        Set<Shape> distinct = new LinkedHashSet<>();
        alternatives.forEach(shape -> {
            if (shape instanceof Shape.OneOf union) {
                distinct.addAll(union.alternatives());
            } else if (!(shape instanceof Shape.Nothing)) {
                distinct.add(shape);
            }
        });
        if (distinct.contains(Shape.ANY)) {
            return Shape.ANY;
        }
        List<Shape> all = List.copyOf(distinct);
        return switch (all.size()) {
            case 0 -> new Shape.Nothing();
            case 1 -> all.get(0);
            default -> new Shape.OneOf(all);
        };
    }

    /** Objects are merged; of anything else the first part that says something is taken, which allows more than all do. */
    private Shape all(JsonNode schema) {
        List<Shape> parts = new ArrayList<>();
        parts.add(typed(schema));
        schema.get("allOf").forEach(part -> parts.add(shape(part)));
        parts.removeIf(Shape.ANY::equals);
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        boolean more = false;
        for (Shape part : parts) {
            if (!(part instanceof Shape.Structure structure)) {
                return part;
            }
            structure.members().forEach((name, member) -> members.merge(name, member, SchemaReader::both));
            more |= structure.open();
        }
        return parts.isEmpty() ? Shape.ANY : new Shape.Structure(members, more);
    }

    private static Shape.Member both(Shape.Member one, Shape.Member two) {
        Shape shape = one.shape().equals(Shape.ANY) ? two.shape() : one.shape();
        return new Shape.Member(shape, one.required() || two.required());
    }

    private static Shape literal(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> new Shape.Scalar(Shape.Scalar.Type.NULL);
            case BOOLEAN -> new Shape.Scalar(Shape.Scalar.Type.BOOLEAN);
            case NUMBER ->
                new Shape.Scalar(value.isIntegralNumber() ? Shape.Scalar.Type.INTEGER : Shape.Scalar.Type.NUMBER);
            case STRING -> new Shape.Scalar(Shape.Scalar.Type.STRING);
            default -> Shape.ANY;
        };
    }

    private Shape ofType(String type, JsonNode schema) {
        return switch (type) {
            case "object" -> structure(schema);
            case "array" -> array(schema);
            case "null" -> new Shape.Scalar(Shape.Scalar.Type.NULL);
            case "boolean" -> new Shape.Scalar(Shape.Scalar.Type.BOOLEAN);
            case "integer" -> new Shape.Scalar(Shape.Scalar.Type.INTEGER);
            case "number" -> new Shape.Scalar(Shape.Scalar.Type.NUMBER);
            case "string" ->
                new Shape.Scalar(
                        schema.path("format").asString("").equals("date-time")
                                ? Shape.Scalar.Type.TIMESTAMP
                                : Shape.Scalar.Type.STRING);
            default -> Shape.ANY;
        };
    }

    private Shape array(JsonNode schema) {
        JsonNode first = schema.path("prefixItems");
        JsonNode items = schema.path("items");
        if (first.isArray() && items.isBoolean() && !items.booleanValue()) {
            List<String> titles = first.valueStream()
                    .map(element -> element.path("title").asString(""))
                    .toList();
            return new Shape.Tuple(
                    first.valueStream().map(this::shape).toList(), titles.contains("") ? List.of() : titles);
        }
        return new Shape.Sequence(first.isArray() || items.isMissingNode() ? Shape.ANY : shape(items));
    }

    private Shape structure(JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(property -> members.put(
                        property.getKey(),
                        new Shape.Member(shape(property.getValue()), required.contains(property.getKey()))));
        @Nullable JsonNode additional = schema.get("additionalProperties");
        boolean more = additional == null
                ? !schema.has("properties") || schema.has("patternProperties")
                : !additional.isBoolean() || additional.booleanValue();
        return new Shape.Structure(members, more);
    }
}
