package dev.stepwright.runtime.items;

import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * What the results of the executions of a distributed Map look like: {@code WriterConfig}.
 *
 * @param transformation what a result is
 * @param asLines whether a file has a line for each result ({@code JSONL}), not an array of them
 */
public record ResultFormat(Transformation transformation, boolean asLines) {
    /** What the result of an execution is. An execution that has failed is always told about as a whole. */
    public enum Transformation {
        /** What can be told about the execution, with its output in it. */
        NONE,
        /** The output alone. */
        COMPACT,
        /** The output, or if that is an array, its elements. */
        FLATTEN
    }

    /**
     * Returns the result of an execution that has succeeded.
     *
     * @param report what can be told about it
     */
    public JsonNode result(Supplier<? extends JsonNode> report, JsonNode output) {
        return transformation == Transformation.NONE ? report.get() : output;
    }

    /** Returns what a result adds to those of the others. */
    public List<JsonNode> elements(JsonNode result) {
        return transformation == Transformation.FLATTEN && result.isArray()
                ? result.valueStream().toList()
                : List.of(result);
    }
}
