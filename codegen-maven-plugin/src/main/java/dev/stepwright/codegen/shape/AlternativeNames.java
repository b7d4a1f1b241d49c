package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Names for alternatives that nobody named: by a member that tells one from the others, at the worst by its position. */
public final class AlternativeNames {
    private AlternativeNames() {}

    /** Returns {@code with number} for one that requires a {@code number} which no other knows, or else requires, or else has; empty if there is none. */
    static Optional<String> byMember(Place alternative) {
        List<JsonNode> others = alternative
                .parent()
                .orElseThrow()
                .node()
                .valueStream()
                .filter(each -> each != alternative.node())
                .toList();
        JsonNode own = alternative.node();
        return Stream.of(
                        required(own).filter(name -> others.stream().noneMatch(other -> knows(other, name))),
                        required(own).filter(name -> others.stream().noneMatch(other -> requires(other, name))),
                        parts(own)
                                .flatMap(part -> part.path("properties").propertyNames().stream())
                                .filter(name -> others.stream().noneMatch(other -> knows(other, name))))
                .flatMap(names -> names)
                .findFirst()
                .map(name -> "with " + name);
    }

    /** Returns {@code first alternative} and so on. */
    public static String byPosition(Place alternative) {
        return byPosition(alternative, "alternative");
    }

    /** Returns {@code second string value} and so on, for one whose own name another one has. */
    public static String byPosition(Place alternative, String name) {
        int index = alternative.lastIndex();
        return index < Ordinals.WORDS.size() ? Ordinals.WORDS.get(index) + " " + name : name + " " + (index + 1);
    }

    /** Returns a schema and those that stand in its {@code allOf}. */
    static Stream<JsonNode> parts(JsonNode schema) {
        return Stream.concat(
                Stream.of(schema), schema.path("allOf").valueStream().flatMap(AlternativeNames::parts));
    }

    private static Stream<String> required(JsonNode schema) {
        return parts(schema)
                .flatMap(part -> part.path("required").valueStream())
                .map(each -> each.asString(""));
    }

    private static boolean requires(JsonNode schema, String member) {
        return required(schema).anyMatch(Predicate.isEqual(member));
    }

    private static boolean knows(JsonNode schema, String member) {
        return parts(schema).anyMatch(part -> part.path("properties").has(member)) || requires(schema, member);
    }
}
