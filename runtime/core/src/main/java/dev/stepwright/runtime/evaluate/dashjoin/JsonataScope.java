package dev.stepwright.runtime.evaluate.dashjoin;

import dev.stepwright.runtime.time.Chance;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a JSONata expression can see.
 *
 * @param states the members of {@code $states}; asked only where the expression looks
 * @param variables the value of a variable by its name without {@code $}; null if it is not assigned
 * @param chance for {@code $random}, {@code $uuid}, {@code $shuffle}
 * @param now for {@code $now} and {@code $millis}
 */
public record JsonataScope(
        Map<String, Supplier<JsonNode>> states,
        Function<String, @Nullable JsonNode> variables,
        Chance chance,
        Instant now) {}
