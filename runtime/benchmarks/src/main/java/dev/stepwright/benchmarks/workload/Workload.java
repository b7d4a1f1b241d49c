package dev.stepwright.benchmarks.workload;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something to run.
 *
 * @param name {@code w1} to {@code w6}
 * @param transitions how many states one execution enters; for w5 also how many expressions it evaluates
 * @param definition in ASL
 * @param check where the output has which value
 */
public record Workload(String name, int transitions, ObjectNode definition, ObjectNode input, Check check) {
    /** A place in an output, and the value there. */
    public record Check(String pointer, JsonNode expected) {}

    /** Returns an output that is right, as it came. */
    public JsonNode checked(JsonNode output) {
        JsonNode found = output.at(JsonPointer.compile(check.pointer()));
        boolean equal = found.isNumber() && check.expected().isNumber()
                ? found.doubleValue() == check.expected().doubleValue()
                : found.equals(check.expected());
        if (!equal) {
            throw new IllegalStateException(
                    name + " should give " + check.expected() + " at " + check.pointer() + ", but gave " + found);
        }
        return output;
    }
}
