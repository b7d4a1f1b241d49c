package dev.stepwright.codegen.schema;

import dev.stepwright.codegen.schema.NamedType.EnumType;
import dev.stepwright.codegen.schema.NamedType.ValueType;
import dev.stepwright.codegen.schema.Shape.Any;
import dev.stepwright.codegen.schema.Shape.Elements;
import dev.stepwright.codegen.schema.Shape.Entries;
import dev.stepwright.codegen.schema.Shape.Named;
import dev.stepwright.codegen.schema.Shape.OrNull;
import dev.stepwright.json.JsonText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads schemas as shapes, and all named types that they lead to. What it cannot read it reports and takes for any value. */
public final class ShapeReader {
    private final SchemaFiles files;
    private final Findings findings;
    private final ScalarReader scalars;
    private final KeywordCheck keywords;
    private final Map<Place, NamedType> types = new LinkedHashMap<>();
    private final Set<Place> known = new HashSet<>();
    private final Deque<Place> unread = new ArrayDeque<>();
    private final Set<Place> open = new HashSet<>();

    public ShapeReader(SchemaFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
        this.scalars = new ScalarReader(findings);
        this.keywords = new KeywordCheck(findings);
    }

    /** Returns the shape of a whole value, such as a machine's input; an array, a map or a scalar gets a type of its own too. */
    public Shape root(Place place) {
        Shape shape = read(place);
        if (shape instanceof Elements || shape instanceof Entries || shape instanceof Shape.Scalar) {
            if (known.add(place)) {
                types.put(place, new ValueType(place, shape));
            }
            shape = new Named(place);
        } else if (shape instanceof OrNull) {
            findings.error(place, Rule.NOT_SUPPORTED, "a whole input or output cannot be null; put it into an object");
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

    Shape read(Place place) {
        Optional<Place> target = target(place);
        return target.isEmpty() ? new Any() : readTarget(target.get());
    }

    /** Follows references until there is none; empty if they lead nowhere or in a circle, which is then reported. */
    Optional<Place> target(Place start) {
        Set<Place> way = new HashSet<>();
        Place place = start;
        while (place.node().has("$ref")) {
            if (!way.add(place)) {
                findings.error(place.at("$ref"), Rule.UNKNOWN_REFERENCE, "this reference leads back to itself");
                return Optional.empty();
            }
            warnOfSiblings(place);
            Optional<Place> next =
                    files.resolve(place, place.node().path("$ref").asString(""));
            if (next.isEmpty()) {
                return next;
            }
            place = next.get();
        }
        return Optional.of(place);
    }

    private void warnOfSiblings(Place place) {
        List<String> beside = new ArrayList<>(Form.keywords(place.node()));
        beside.remove("$ref");
        if (!beside.isEmpty()) {
            findings.error(
                    place.at(beside.get(0)),
                    Rule.NOT_SUPPORTED,
                    "\"" + beside.get(0)
                            + "\" beside \"$ref\" is not supported; move it to the schema that is referred to");
        }
    }

    private Shape readTarget(Place place) {
        Form form = Form.of(place.node());
        keywords.check(place, form.kind());
        if (!open.add(place)) {
            findings.error(
                    place,
                    Rule.NOT_SUPPORTED,
                    "this consists of itself, which no Java type can do; put it into an object with a member for it");
            return new Any();
        }
        Shape shape = switch (form.kind()) {
            case RECORD, ENUM, UNION -> named(place);
            case ANY -> new Any();
            case WRAPPER -> read(wrapped(place));
            case MAP -> map(place);
            case ARRAY -> array(place);
            case SCALAR -> scalars.read(place);
            default -> unsupported(place, form.kind());
        };
        open.remove(place);
        return form.nullable() && !(shape instanceof OrNull) && !(shape instanceof Any) ? new OrNull(shape) : shape;
    }

    private Shape named(Place place) {
        if (known.add(place)) {
            unread.add(place);
        }
        return new Named(place);
    }

    private void readNamed() {
        for (Place place = unread.poll(); place != null; place = unread.poll()) {
            types.put(place, type(place));
        }
    }

    private NamedType type(Place place) {
        return switch (Form.of(place.node()).kind()) {
            case RECORD -> new RecordReader(this, findings).read(place);
            case UNION -> new UnionReader(this, findings).read(place);
            default -> new EnumType(place, Form.texts(place.node()));
        };
    }

    static Place wrapped(Place place) {
        JsonNode choice = Form.choice(place.node());
        return choice.isArray()
                ? place.at(Form.choiceKeyword(place.node()))
                        .at(Form.alternatives(choice).get(0))
                : place.at("allOf").at(0);
    }

    private Shape map(Place place) {
        Map<String, JsonNode> limits = scalars.limits(place, "minProperties", "maxProperties");
        JsonNode patterns = place.node().path("patternProperties");
        if (patterns.size() == 1 && !place.node().has("additionalProperties")) {
            String pattern = patterns.propertyNames().iterator().next();
            return new Entries(read(place.at("patternProperties").at(pattern)), limits);
        }
        if (!patterns.isEmpty()) {
            findings.error(
                    place.at("patternProperties"),
                    Rule.NOT_SUPPORTED,
                    "a map has one schema for its values; several patterns, or a pattern beside additionalProperties, are"
                            + " not supported");
        }
        boolean typed = place.node().path("additionalProperties").isObject();
        return new Entries(typed ? read(place.at("additionalProperties")) : new Any(), limits);
    }

    private Shape array(Place place) {
        if (place.node().has("prefixItems") || place.node().path("items").isArray()) {
            Place tuple = place.at(place.node().has("prefixItems") ? "prefixItems" : "items");
            findings.error(tuple, Rule.NOT_SUPPORTED, "a tuple is not supported yet; use an object with named members");
            return new Any();
        }
        Shape element = place.node().has("items") ? read(place.at("items")) : new Any();
        return new Elements(element, scalars.limits(place, "minItems", "maxItems", "uniqueItems"));
    }

    private Shape unsupported(Place place, Form.Kind kind) {
        String problem = switch (kind) {
            case MIXED ->
                "this allows values of several types, or constants that are no strings: "
                        + JsonText.excerpt(place.node())
                        + "; give it one type, make the alternatives objects in a oneOf, or allow any value with {}";
            case UNTYPED -> "this has constraints but no type: " + JsonText.excerpt(place.node()) + "; add a \"type\"";
            default ->
                "this is no schema of a value: " + JsonText.excerpt(place.node())
                        + "; use an object such as {\"type\": \"string\"}";
        };
        findings.error(place, Rule.NOT_SUPPORTED, problem);
        return new Any();
    }
}
