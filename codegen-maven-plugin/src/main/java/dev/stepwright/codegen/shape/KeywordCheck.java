package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tells of keywords that a schema of its kind does not heed. */
record KeywordCheck(Findings findings) {
    static final Set<String> IGNORED = Set.of(
            "not",
            "if",
            "then",
            "else",
            "dependentRequired",
            "dependentSchemas",
            "dependencies",
            "unevaluatedProperties",
            "unevaluatedItems",
            "propertyNames",
            "contains",
            "minContains",
            "maxContains",
            "$dynamicRef",
            "$recursiveRef");

    private static final Set<String> OF_OBJECTS =
            Set.of("properties", "required", "additionalProperties", "patternProperties");
    private static final Set<String> OF_ARRAYS = Set.of("items", "prefixItems", "additionalItems");

    static final Set<String> STRUCTURE = Set.of(
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "anyOf",
            "oneOf",
            "enum",
            "const",
            "items",
            "prefixItems",
            "additionalItems");

    /** Which of the keywords that make a structure each kind of schema heeds. */
    private static final Map<Form.Kind, Set<String>> HEEDED = Map.of(
            Form.Kind.RECORD, OF_OBJECTS,
            Form.Kind.MAP, OF_OBJECTS,
            Form.Kind.UNION, union(OF_OBJECTS, Set.of("oneOf", "anyOf")),
            Form.Kind.WRAPPER, STRUCTURE,
            Form.Kind.ENUM, Set.of("enum", "const", "oneOf", "anyOf"),
            Form.Kind.ARRAY, OF_ARRAYS,
            Form.Kind.TUPLE, OF_ARRAYS,
            Form.Kind.SCALAR, Set.of("enum", "const"));

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** A constant of a class file has 65,535 bytes; messages say a few words more than the text itself. */
    private static final int LONGEST_TEXT = 60_000;

    /** Returns whether a type can heed all that the schema says; if not, says why. */
    boolean check(Schema schema, Form form) {
        // One of several types leaves the keywords of the others to them.
        Set<String> heeded = schema.types().isEmpty() ? HEEDED.getOrDefault(form.kind(), STRUCTURE) : STRUCTURE;
        boolean isHeeded = true;
        for (Place part : schema.parts()) {
            for (String keyword : Schema.keywords(part)) {
                isHeeded &= check(schema, part.at(keyword), heeded);
            }
            checkSpelling(part);
        }
        List<Place> others = form.choice().isEmpty()
                ? List.of()
                : Form.choices(schema).stream()
                        .filter(each -> !each.equals(form.choice().get()))
                        .toList();
        others.forEach(each -> notHeeded(
                each, "there are already alternatives at " + form.choice().get().where()));
        return isHeeded && others.isEmpty();
    }

    private void notHeeded(Place place, String why) {
        findings.warning(place, Rule.NOT_CHECKED, why + ", for which there is no Java type" + ShapeReader.ANY_VALUE);
    }

    private void checkSpelling(Place part) {
        for (String name : part.node().propertyNames()) {
            Misspelling.of(name)
                    .ifPresent(keyword -> findings.warning(
                            part.at(name),
                            Rule.NOT_CHECKED,
                            "\"" + name + "\" is not a JSON Schema keyword and has no effect; did you mean \"" + keyword
                                    + "\"?"));
        }
    }

    private boolean check(Schema schema, Place keyword, Set<String> heeded) {
        String name = keyword.lastStep();
        if (Set.of("const", "enum", "pattern").contains(name)) {
            checkLength(keyword);
        }
        if (IGNORED.contains(name)) {
            findings.warning(
                    keyword, Rule.NOT_CHECKED, "the generated type ignores \"" + name + "\" and does not check it");
        } else if ((name.equals("oneOf") || name.equals("anyOf")) && Form.isCondition(schema, keyword)) {
            findings.warning(keyword, Rule.NOT_CHECKED, "the generated record ignores the alternatives");
        } else if (STRUCTURE.contains(name)
                && !heeded.contains(name)
                && !schema.apart().contains(keyword)) {
            notHeeded(keyword, "\"" + name + "\" is beside " + heeded(schema, heeded));
            return false;
        }
        return true;
    }

    private void checkLength(Place keyword) {
        JsonNode value = keyword.node();
        (value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(JsonNode::isString)
                .map(text -> text.stringValue().getBytes(StandardCharsets.UTF_8).length)
                .filter(length -> length > LONGEST_TEXT)
                .findFirst()
                .ifPresent(length -> findings.error(
                        keyword,
                        Rule.NOT_SUPPORTED,
                        "a text of " + length + " bytes is longer than a Java class can hold (the limit here is "
                                + LONGEST_TEXT + "); allow any string, with a \"maxLength\""));
    }

    /** The keyword that says what kind of schema it is. */
    private static String heeded(Schema schema, Set<String> heeded) {
        return schema.keywords().stream()
                .filter(heeded::contains)
                .findFirst()
                .map(keyword -> "\"" + keyword + "\"")
                .orElse("\"type\": \"" + schema.text("type") + "\"");
    }
}
