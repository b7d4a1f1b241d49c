package dev.stepwright.codegen.shape;

import dev.stepwright.asl.Spelling;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names in a schema that are no keyword, and nearly one: JSON Schema lets them pass, and the type then lacks what was meant. */
final class Misspelling {
    /** What says nothing about a value, in JSON Schema and in the dialect of OpenAPI. */
    private static final Set<String> OTHERS = Set.of(
            "$schema",
            "$id",
            "$anchor",
            "$defs",
            "definitions",
            "$comment",
            "$vocabulary",
            "$dynamicAnchor",
            "$recursiveAnchor",
            "title",
            "description",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "examples",
            "contentMediaType",
            "contentSchema",
            "example",
            "nullable",
            "discriminator",
            "externalDocs");

    private Misspelling() {}

    /** Returns the keyword that was probably meant; empty if the name is one, or an extension, or near to none. */
    static Optional<String> of(String name) {
        if (Schema.KEYWORDS.contains(name) || OTHERS.contains(name) || name.startsWith("x-")) {
            return Optional.empty();
        }
        int most = name.length() / 4;
        return Stream.concat(Schema.KEYWORDS.stream(), OTHERS.stream())
                .filter(keyword -> Spelling.distance(name, keyword) <= most)
                .min(Comparator.comparingInt((String keyword) -> Spelling.distance(name, keyword))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
