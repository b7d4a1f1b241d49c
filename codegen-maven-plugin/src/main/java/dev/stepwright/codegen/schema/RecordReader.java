package dev.stepwright.codegen.schema;

import dev.stepwright.codegen.schema.NamedType.Property;
import dev.stepwright.codegen.schema.NamedType.RecordType;
import dev.stepwright.codegen.schema.Shape.Any;
import dev.stepwright.json.JsonValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an object with known names, those of its {@code allOf} included. */
final class RecordReader {
    private final ShapeReader shapes;
    private final Findings findings;
    private final Map<String, Place> members = new LinkedHashMap<>();
    private final Map<String, Place> required = new LinkedHashMap<>();
    private final Set<Place> merged = new LinkedHashSet<>();
    private @Nullable Place additional;

    RecordReader(ShapeReader shapes, Findings findings) {
        this.shapes = shapes;
        this.findings = findings;
    }

    RecordType read(Place place) {
        merge(place);
        checkRequired();
        List<Property> properties = new ArrayList<>();
        members.forEach((name, member) -> properties.add(property(name, member)));
        return new RecordType(place, properties, additional());
    }

    private void merge(Place place) {
        if (!merged.add(place)) {
            return;
        }
        JsonNode schema = place.node();
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            shapes.target(place.at("allOf").at(i)).ifPresent(this::mergePart);
        }
        for (String name : schema.path("properties").propertyNames()) {
            addMember(name, place.at("properties").at(name));
        }
        for (int i = 0; i < schema.path("required").size(); i++) {
            Place at = place.at("required").at(i);
            required.putIfAbsent(at.node().asString(""), at);
        }
        if (schema.path("additionalProperties").isObject()
                || schema.path("additionalProperties").asBoolean(false)) {
            additional = place.at("additionalProperties");
        }
        reportChoice(place);
        for (String keyword : List.of("enum", "const", "items", "prefixItems")) {
            if (schema.has(keyword)) {
                findings.error(
                        place.at(keyword),
                        Rule.NOT_SUPPORTED,
                        "\"" + keyword + "\" is not supported in an object with \"properties\"; take it away");
            }
        }
        for (String keyword : List.of("patternProperties", "minProperties", "maxProperties")) {
            if (schema.has(keyword)) {
                findings.warning(
                        place.at(keyword),
                        Rule.NOT_CHECKED,
                        "\"" + keyword + "\" beside \"properties\" has no part in the generated record");
            }
        }
    }

    private void mergePart(Place part) {
        if (merged.contains(part)) {
            return;
        }
        Form.Kind kind = Form.of(part.node()).kind();
        if (kind == Form.Kind.WRAPPER && !Form.choice(part.node()).isArray()) {
            merged.add(part);
            shapes.target(part.at("allOf").at(0)).ifPresent(this::mergePart);
        } else if (kind == Form.Kind.RECORD || kind == Form.Kind.MAP || kind == Form.Kind.ANY) {
            merge(part);
        } else {
            findings.error(part, Rule.NOT_SUPPORTED, "allOf is supported for objects only, but this is none");
        }
    }

    private void addMember(String name, Place place) {
        Place first = members.putIfAbsent(name, place);
        if (first != null && !JsonValues.equal(first.node(), place.node())) {
            findings.error(
                    place,
                    Rule.CONFLICT,
                    "\"" + name + "\" has another schema at " + first.where()
                            + "; in the parts of an allOf a member has the same schema everywhere");
        }
    }

    private void reportChoice(Place place) {
        JsonNode choice = Form.choice(place.node());
        if (!choice.isArray()) {
            return;
        }
        Place at = place.at(Form.choiceKeyword(place.node()));
        if (choice.valueStream().anyMatch(alternative -> alternative.has("properties") || alternative.has("$ref"))) {
            findings.error(
                    at,
                    Rule.NOT_SUPPORTED,
                    "alternatives beside \"properties\" are not supported yet; repeat the common members in each alternative");
        } else {
            findings.warning(at, Rule.NOT_CHECKED, "the alternatives have no part in the generated record");
        }
    }

    private void checkRequired() {
        required.forEach((name, at) -> {
            if (!members.containsKey(name)) {
                findings.error(
                        at,
                        Rule.CONFLICT,
                        "\"" + name + "\" is required, but \"properties\" does not have it; it has "
                                + members.keySet());
            }
        });
    }

    private Property property(String name, Place place) {
        boolean isRequired = required.containsKey(name);
        JsonNode constant = isRequired ? constant(place) : null;
        Shape shape = constant == null ? shapes.read(place) : new Any();
        return new Property(name, place, shape, isRequired, constant);
    }

    private @Nullable JsonNode constant(Place place) {
        Place target = shapes.target(place).orElse(place);
        JsonNode value = Form.constant(target.node());
        return value.isString() || value.isBoolean() || value.isIntegralNumber() ? value : null;
    }

    private @Nullable Shape additional() {
        return additional == null ? null : shapes.read(additional);
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

    /** Returns the names of the members that are no constants, all or only the required ones. */
    static Set<String> names(RecordType type, boolean requiredOnly) {
        Set<String> names = new HashSet<>();
        for (Property property : type.properties()) {
            if (property.constant() == null && (property.required() || !requiredOnly)) {
                names.add(property.name());
            }
        }
        return names;
    }
}
