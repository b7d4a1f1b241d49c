package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.ResultPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How data goes through a state. In all methods the bindings' input is the raw input of the state.
 *
 * @see <a href="https://states-language.net/spec.html#data">ASL: Data flow</a>
 */
public interface Flow {
    /** Returns the effective input: {@code InputPath} and {@code Parameters}, or {@code Arguments}. */
    JsonNode input(Bindings bindings);

    /** Returns the output of the state: {@code ResultSelector}, {@code ResultPath}, {@code OutputPath}, or {@code Output}. */
    JsonNode output(Bindings bindings, JsonNode result);

    /**
     * Returns the path at which the result is put into the raw input, where the output is nothing but that: then it is larger than the input
     * by no more than the result and the names on the path. Null where the output may be anything.
     */
    default @Nullable ResultPath insertion() {
        return null;
    }

    /** Returns the object of the variables that the state assigns; null if it assigns none. */
    @Nullable
    JsonNode assigned(Bindings bindings, JsonNode result);
}
