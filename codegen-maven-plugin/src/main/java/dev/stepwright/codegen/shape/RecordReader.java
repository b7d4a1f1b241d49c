package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import dev.stepwright.codegen.shape.NamedType.Others;
import dev.stepwright.codegen.shape.NamedType.Property;
import dev.stepwright.codegen.shape.NamedType.RecordType;
import dev.stepwright.codegen.shape.Shape.Any;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an object with known names. */
record RecordReader(ShapeReader shapes) {
    /** What Java allows a constructor; a long or a double counts twice, and the object itself once. */
    static final int MAX_PARAMETERS = 254;

    RecordType read(Schema schema) {
        Map<String, Place> required = schema.required();
        Map<String, List<Place>> members = schema.members();
        List<Property> properties = new ArrayList<>();
        members.forEach((name, places) -> properties.add(property(schema, name, places, required.containsKey(name))));
        Others others = new MapReader(shapes).others(schema);
        for (String keyword : List.of("minProperties", "maxProperties")) {
            for (Place place : schema.all(keyword)) {
                warn(place, "the generated record ignores \"" + keyword + "\" beside \"properties\"");
            }
        }
        required.forEach((name, at) -> {
            if (!members.containsKey(name)) {
                properties.add(unnamed(schema, name, at, others));
            }
        });
        if (slots(properties, others) > MAX_PARAMETERS) {
            tooLarge(schema, members.size());
        }
        return new RecordType(schema.place(), properties, others);
    }

    /** Returns a member that is required, but that "properties" does not have: probably misspelt, and any value if not. */
    private Property unnamed(Schema schema, String name, Place at, Others others) {
        String problem = "\"" + name + "\" is required, but \"properties\" does not have it; it has "
                + some(schema.members().keySet());
        if (others instanceof Others.Refused || schema.refuses(name)) {
            shapes.findings().error(at, Rule.CONFLICT, problem + ", and nothing else is allowed");
        } else {
            warn(at, problem + ShapeReader.ANY_VALUE);
        }
        return new Property(name, at, new Any(), true, null);
    }

    private static String some(Set<String> names) {
        return names.size() <= 20
                ? names.toString()
                : names.stream().limit(20).toList() + " and " + (names.size() - 20) + " more";
    }

    private void tooLarge(Schema schema, int members) {
        shapes.findings()
                .error(
                        schema.place(),
                        Rule.NOT_SUPPORTED,
                        "this object has " + members + " members, more than a Java constructor can have parameters ("
                                + MAX_PARAMETERS + ", where a long counts twice); group some of them into objects of"
                                + " their own, or describe them by \"additionalProperties\" or \"patternProperties\"");
    }

    private static int slots(List<Property> properties, Others others) {
        int slots = others instanceof Others.Kept ? 1 : 0;
        for (Property property : properties) {
            boolean wide = property.required()
                    && property.shape() instanceof Shape.Scalar scalar
                    && (scalar.kind() == Shape.Kind.LONG || scalar.kind() == Shape.Kind.DOUBLE);
            slots += wide ? 2 : 1;
        }
        return slots;
    }

    private Property property(Schema owner, String name, List<Place> places, boolean isRequired) {
        Schema schema = shapes.schemas().member(owner, name, places);
        Place told = places.get(places.size() - 1);
        JsonNode constant = isRequired ? constant(schema) : null;
        Shape shape = constant == null ? shapes.read(schema) : new Any();
        return new Property(name, told, shape, isRequired, constant);
    }

    /** Returns the one value that a schema allows, if Java has a literal for it. */
    private @Nullable JsonNode constant(Schema schema) {
        Form form = shapes.form(schema);
        if (form.values().size() != 1 || form.nullable() || form.choice().isPresent()) {
            return null;
        }
        JsonNode value = form.values().get(0);
        return value.isString() || value.isBoolean() || value.isNumber() ? value : null;
    }

    private void warn(Place place, String message) {
        shapes.findings().warning(place, Rule.NOT_CHECKED, message);
    }

    /** Returns the constants of an object's required members by their names. */
    static Map<String, String> tags(RecordType type) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Property property : type.properties()) {
            if (property.constant() != null && property.constant().isString()) {
                tags.put(property.name(), property.constant().stringValue());
            }
        }
        return tags;
    }

    /** Returns the names of the members, all or only the required ones. */
    static Set<String> names(RecordType type, boolean requiredOnly) {
        Set<String> names = new HashSet<>();
        for (Property property : type.properties()) {
            if (property.required() || !requiredOnly) {
                names.add(property.name());
            }
        }
        return names;
    }
}
