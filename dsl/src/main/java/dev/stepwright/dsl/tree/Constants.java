package dev.stepwright.dsl.tree;

import dev.stepwright.json.JavaValues;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Java values as constants of a definition. */
public final class Constants {
    private Constants() {}

    /**
     * Returns a Java value as JSON, as Jackson writes it.
     *
     * @param what what the value is for, in the message
     * @throws IllegalArgumentException if Jackson cannot write it, or if it is or holds a number that JSON does not have: NaN and the
     *     infinities
     */
    public static JsonNode json(String what, @Nullable Object value) {
        JsonNode json = JavaValues.toJson(value);
        notFinite(json).findFirst().ifPresent(number -> {
            throw new IllegalArgumentException(
                    what + " must hold finite numbers, since JSON has neither NaN nor infinities, found "
                            + number.doubleValue());
        });
        return json;
    }

    private static Stream<JsonNode> notFinite(JsonNode json) {
        return json.isFloat() || json.isDouble()
                ? Stream.of(json).filter(number -> !Double.isFinite(number.doubleValue()))
                : json.valueStream().flatMap(Constants::notFinite);
    }
}
