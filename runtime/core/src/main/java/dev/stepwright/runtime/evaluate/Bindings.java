package dev.stepwright.runtime.evaluate;

import dev.stepwright.runtime.time.Chance;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an expression of one state can see.
 *
 * @param input {@code $} of JSONPath and {@code $states.input} of JSONata
 * @param context {@code $$} and {@code $states.context}; asked only where an expression names it
 * @param variables the value of a variable by its name without {@code $}; null if it is not assigned
 * @param result {@code $states.result}, or null where there is none
 * @param errorOutput {@code $states.errorOutput}, or null where there is none
 * @param chance for {@code States.UUID}, {@code States.MathRandom}, {@code $random}, {@code $uuid}
 * @param now for {@code $now} and {@code $millis}
 */
public record Bindings(
        JsonNode input,
        Supplier<JsonNode> context,
        Function<String, @Nullable JsonNode> variables,
        @Nullable JsonNode result,
        @Nullable JsonNode errorOutput,
        Chance chance,
        Instant now) {

    /** Returns these bindings with another {@code $} or {@code $states.input}. */
    @SuppressWarnings("ReferenceEquality") // the same tree, not an equal one
    public Bindings withInput(JsonNode other) {
        return other == input ? this : new Bindings(other, context, variables, result, errorOutput, chance, now);
    }

    /** Returns these bindings with a {@code $states.result}. */
    public Bindings withResult(JsonNode other) {
        return new Bindings(input, context, variables, other, errorOutput, chance, now);
    }

    /** Returns these bindings with a {@code $states.errorOutput}. */
    public Bindings withErrorOutput(JsonNode other) {
        return new Bindings(input, context, variables, result, other, chance, now);
    }
}
