package dev.stepwright.asl.template;

import dev.stepwright.json.Placeholders;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Finds where a placeholder stands for states, or for what leads from one to another: of such a definition nothing can be said. */
final class UnknownStructure {
    private static final List<String> SCOPES = List.of("ItemProcessor", "Iterator");
    private static final List<String> LISTS = List.of("Choices", "Catch", "Retry", "Branches");

    private UnknownStructure() {}

    /** Returns the first such place. */
    static Optional<JsonPointer> in(JsonNode definition) {
        return scope(definition, JsonPointer.empty()).findFirst();
    }

    private static Stream<JsonPointer> scope(JsonNode scope, JsonPointer at) {
        JsonPointer states = at.appendProperty("States");
        return Stream.of(
                        unknown(scope, at),
                        unknown(scope.path("States"), states),
                        scope.path("States").properties().stream()
                                .flatMap(state -> state(state.getValue(), states.appendProperty(state.getKey()))))
                .flatMap(found -> found);
    }

    private static Stream<JsonPointer> state(JsonNode state, JsonPointer at) {
        Stream<JsonPointer> scopes = SCOPES.stream().flatMap(name -> scope(state.path(name), at.appendProperty(name)));
        Stream<JsonPointer> lists = LISTS.stream()
                .flatMap(name -> IntStream.range(0, state.path(name).size())
                        .boxed()
                        .flatMap(i -> scope(
                                state.path(name).path(i),
                                at.appendProperty(name).appendIndex(i))));
        return Stream.of(unknown(state, at), scopes, lists).flatMap(found -> found);
    }

    private static Stream<JsonPointer> unknown(JsonNode value, JsonPointer at) {
        return value.isString() && Placeholders.isOne(value.stringValue()) ? Stream.of(at) : Stream.empty();
    }
}
