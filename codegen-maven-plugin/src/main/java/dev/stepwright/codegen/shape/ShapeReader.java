package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.codegen.shape.NamedType.EnumType;
import dev.stepwright.codegen.shape.NamedType.UnionType;
import dev.stepwright.codegen.shape.NamedType.ValueType;
import dev.stepwright.codegen.shape.Shape.Any;
import dev.stepwright.codegen.shape.Shape.Foreign;
import dev.stepwright.codegen.shape.Shape.Kind;
import dev.stepwright.codegen.shape.Shape.Named;
import dev.stepwright.codegen.shape.Shape.OrNull;
import dev.stepwright.codegen.shape.Shape.Scalar;
import dev.stepwright.json.JsonText;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads schemas as shapes, and all named types that they lead to. What no Java type can say it takes for any value, with a warning. */
public final class ShapeReader {
    /** How many arrays and maps there may be in each other without an object between; more than anybody can read. */
    private static final int MAX_DEPTH = 20;

    /** A class initialiser has 65,535 bytes, of which a constant takes 19. */
    private static final int MAX_CONSTANTS = 3_000;

    /** How a warning ends whose schema has no type. */
    static final String ANY_VALUE = "; the value becomes an unchecked JsonNode";

    private final Schemas schemas;
    private final Findings findings;
    private final Limits limits;
    private final KeywordCheck keywords;
    private final Map<Place, NamedType> types = new LinkedHashMap<>();
    private final Map<Place, Schema> known = new HashMap<>();
    private final Deque<Schema> unread = new ArrayDeque<>();
    private final Map<Place, Form.Kind> open = new LinkedHashMap<>();

    public ShapeReader(SchemaFiles files, Findings findings) {
        this.schemas = new Schemas(files, findings);
        this.findings = findings;
        this.limits = new Limits(findings);
        this.keywords = new KeywordCheck(findings);
    }

    /** Returns the shape of a whole value, such as a machine's input; an array, a map or a scalar gets a type of its own too. */
    public Shape root(Place place) {
        Shape shape = read(place);
        if (shape instanceof OrNull && place.file().isInferred()) {
            shape = new Any();
        } else if (shape instanceof OrNull) {
            findings.error(place, Rule.NOT_SUPPORTED, "a whole input or output cannot be null; put it into an object");
        } else if (!(shape instanceof Any || shape instanceof Foreign)) {
            shape = new Named(wrapped(schemas.of(place), shape));
        }
        readNamed();
        return shape;
    }

    /** Reads a schema only for the named types in it. */
    public void library(Place place) {
        read(place);
        readNamed();
    }

    /** Returns the named types that were met, each once, in the order of meeting. */
    public Map<Place, NamedType> types() {
        return Collections.unmodifiableMap(types);
    }

    Schemas schemas() {
        return schemas;
    }

    Limits limits() {
        return limits;
    }

    Findings findings() {
        return findings;
    }

    Form form(Schema schema) {
        Form form = Form.of(schema, limits);
        return form.choice().isEmpty() ? form : new UnionReader(this).form(schema, form);
    }

    /** Returns the named type of a shape; what has none gets a record of one component. */
    Place wrapped(Schema schema, Shape shape) {
        if (shape instanceof Named named) {
            return named.type();
        }
        if (!isFirst(schema)) {
            findings.error(
                    schema.place(),
                    Rule.CONFLICT,
                    "this is joined with other schemas and is also referred to alone; move it to \"$defs\" and refer to it there");
        }
        return wrapper(schema.place(), shape);
    }

    /** Returns a record of one component for a shape. */
    Place wrapper(Place place, Shape shape) {
        types.putIfAbsent(place, new ValueType(place, shape));
        return place;
    }

    Shape read(Place place) {
        return read(schemas.of(place));
    }

    Shape read(Schema schema) {
        String foreign = schema.text("x-java-type") + schema.text("javaType");
        if (!foreign.isEmpty() && !new ForeignTypes(findings).isScalar(schema, foreign)) {
            return new ForeignTypes(findings).read(schema, foreign);
        }
        Form form = form(schema);
        if (!keywords.check(schema, form)) {
            return new Any();
        }
        if (open.containsKey(schema.place())) {
            return itself(schema);
        }
        if (open.size() >= MAX_DEPTH) {
            return anyValue(schema, "this is in more than " + MAX_DEPTH + " arrays and maps");
        }
        open.put(schema.place(), form.kind());
        Shape shape = shape(schema, form);
        open.remove(schema.place());
        return form.nullable() && !(shape instanceof OrNull) && !(shape instanceof Any) ? new OrNull(shape) : shape;
    }

    /** An array or a map may hold itself, but no Java type says so; what is nothing but itself is a mistake. */
    private Any itself(Schema schema) {
        boolean isWithin = open.entrySet().stream()
                .dropWhile(each -> !each.getKey().equals(schema.place()))
                .anyMatch(each -> each.getValue() == Form.Kind.ARRAY || each.getValue() == Form.Kind.MAP);
        if (isWithin) {
            return anyValue(schema, "this contains only itself, which no Java type can express");
        }
        schemas.reportLoop(schema.place());
        return new Any();
    }

    private Shape shape(Schema schema, Form form) {
        return switch (form.kind()) {
            case ENUM -> form.values().size() > MAX_CONSTANTS ? manyConstants(schema, form) : named(schema);
            case RECORD, UNION, TYPES, TUPLE -> named(schema);
            case ANY -> new Any();
            case WRAPPER -> read(new UnionReader(this).only(schema, form));
            case MAP -> new MapReader(this).read(schema);
            case ARRAY -> new ArrayReader(this).list(schema);
            case SCALAR -> new ScalarReader(limits).read(schema, form);
            case MIXED -> anyValue(schema, "the constants have no Java type in common");
            case TUPLES -> anyValue(schema, "no Java type joins the tuples at " + places(ArrayReader.lists(schema)));
            case NULL -> anyValue(schema, "this allows nothing but null");
            case UNTYPED -> untyped(schema);
            case NONE -> nothing(schema);
        };
    }

    private static String places(List<Place> places) {
        return places.stream().map(Place::where).collect(Collectors.joining(" and "));
    }

    private Shape manyConstants(Schema schema, Form form) {
        findings.warning(
                schema.place(),
                Rule.NOT_CHECKED,
                "an enum of " + form.values().size() + " values is more than Java can initialise (the limit here is "
                        + MAX_CONSTANTS + "); the value is any string");
        return new Scalar(Kind.STRING, List.of());
    }

    private Shape untyped(Schema schema) {
        return schema.has("enum") ? nothing(schema) : anyValue(schema, "this has constraints but no \"type\"");
    }

    private Shape nothing(Schema schema) {
        String found = JsonText.excerpt(schema.shown().node());
        findings.error(
                schema.shown(),
                Rule.NOT_SUPPORTED,
                "this allows no value: " + found + "; use an object such as {\"type\": \"string\"}");
        return new Any();
    }

    /** Returns the shape of a schema that no Java type can say, and warns of it. */
    Any anyValue(Schema schema, String why) {
        findings.warning(schema.shown(), Rule.NOT_CHECKED, why + ANY_VALUE);
        return new Any();
    }

    private Shape named(Schema schema) {
        if (!known.containsKey(schema.place())) {
            unread.add(schema);
        }
        return isFirst(schema)
                ? new Named(schema.place())
                : anyValue(schema, "this is joined with other schemas and is also referred to alone, as another type");
    }

    /** Returns whether no other schema has its type at a place: one that is joined with others may differ from the one alone. */
    private boolean isFirst(Schema schema) {
        Schema first = known.putIfAbsent(schema.place(), schema);
        return first == null || first.equals(schema);
    }

    private void readNamed() {
        for (Schema schema = unread.poll(); schema != null; schema = unread.poll()) {
            types.put(schema.place(), type(schema));
            if (isAlternativeOf(schema.place(), schema.place(), new HashSet<>())) {
                reportOwnAlternative(schema.place());
            }
        }
    }

    void reportOwnAlternative(Place union) {
        findings.error(
                union,
                Rule.NOT_SUPPORTED,
                "this is one of its own alternatives, which no Java type can express; remove it there");
    }

    private boolean isAlternativeOf(Place type, Place union, Set<Place> seen) {
        return types.get(union) instanceof UnionType read
                && seen.add(union)
                && read.alternatives().stream()
                        .anyMatch(each -> each.type().equals(type) || isAlternativeOf(type, each.type(), seen));
    }

    private NamedType type(Schema schema) {
        Form form = form(schema);
        return switch (form.kind()) {
            case RECORD -> new RecordReader(this).read(schema);
            case UNION, TYPES -> new UnionReader(this).read(schema, form);
            case TUPLE -> new ArrayReader(this).tuple(schema);
            default -> enumeration(schema, form);
        };
    }

    private EnumType enumeration(Schema schema, Form form) {
        return new EnumType(
                schema.place(),
                form.values().stream().map(JsonNode::stringValue).toList());
    }
}
