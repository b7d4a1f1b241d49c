package dev.stepwright.codegen.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of keywords that a schema of its kind does not heed: an error if they would change the type, else a warning. */
record KeywordCheck(Findings findings) {
    private static final Set<String> IGNORED = Set.of(
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
            "maxContains");

    private static final Set<String> STRUCTURE = Set.of(
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "allOf",
            "anyOf",
            "oneOf",
            "enum",
            "const",
            "items",
            "prefixItems");

    private static final List<String> COMBINING = List.of("allOf", "anyOf", "oneOf");

    /** Which of the keywords that make a structure each kind of schema heeds; the reader of records reports on its own. */
    private static final Map<Form.Kind, Set<String>> HEEDED = Map.of(
            Form.Kind.RECORD, STRUCTURE,
            Form.Kind.UNION, Set.of("oneOf", "anyOf"),
            Form.Kind.ENUM, Set.of("enum", "const", "oneOf", "anyOf"),
            Form.Kind.MAP, Set.of("properties", "required", "additionalProperties", "patternProperties"),
            Form.Kind.ARRAY, Set.of("items", "prefixItems"),
            Form.Kind.WRAPPER, Set.of("oneOf", "anyOf", "allOf"),
            Form.Kind.SCALAR, Set.of());

    void check(Place place, Form.Kind kind) {
        Set<String> heeded = HEEDED.getOrDefault(kind, STRUCTURE);
        for (String keyword : Form.keywords(place.node())) {
            if (IGNORED.contains(keyword)) {
                findings.warning(
                        place.at(keyword),
                        Rule.NOT_CHECKED,
                        "\"" + keyword + "\" has no part in the generated type, which does not check it");
            } else if (STRUCTURE.contains(keyword) && !heeded.contains(keyword)) {
                findings.error(
                        place.at(keyword),
                        Rule.NOT_SUPPORTED,
                        "\"" + keyword + "\" is not supported beside " + heeded(place, heeded)
                                + "; move it into a schema of its own");
            }
        }
        if (kind != Form.Kind.RECORD) {
            Form.keywords(place.node()).stream()
                    .filter(COMBINING::contains)
                    .skip(1)
                    .forEach(keyword -> findings.error(
                            place.at(keyword),
                            Rule.NOT_SUPPORTED,
                            "\"" + keyword + "\" is not supported beside another of " + COMBINING
                                    + "; use one of them"));
        }
    }

    /** The keyword that says what kind of schema it is. */
    private static String heeded(Place place, Set<String> heeded) {
        return Form.keywords(place.node()).stream()
                .filter(heeded::contains)
                .findFirst()
                .map(keyword -> "\"" + keyword + "\"")
                .orElse("\"type\": " + place.node().path("type"));
    }
}
