package dev.stepwright.types;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of a machine's data beside its definition, from schemas for example. An object shape that is not {@linkplain
 * Shape.Structure#open open} is closed: what it does not name is not there.
 *
 * @param input of the machine
 * @param output of the machine
 * @param taskArguments by the name of the Task state
 * @param taskResults by the name of the Task state; instead of what the service documents
 */
public record KnownShapes(
        Optional<Shape> input,
        Optional<Shape> output,
        Map<String, Shape> taskArguments,
        Map<String, Shape> taskResults) {
    /** Nothing beside the definition. */
    public static final KnownShapes NONE = new KnownShapes(Optional.empty(), Optional.empty(), Map.of(), Map.of());

    public KnownShapes {
        taskArguments = Map.copyOf(taskArguments);
        taskResults = Map.copyOf(taskResults);
    }
}
