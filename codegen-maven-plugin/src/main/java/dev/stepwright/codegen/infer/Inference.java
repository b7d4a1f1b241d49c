package dev.stepwright.codegen.infer;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFile.Inferred;
import dev.stepwright.json.Position;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.FlowReport;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.Shape;
import dev.stepwright.types.TaskShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Gives a machine the schemas that its definition tells, where none stand beside it. */
public final class Inference {
    private final Machine machine;
    private final FlowReport flow;

    private Inference(Machine machine, KnownShapes written) {
        this.machine = machine;
        this.flow = DataFlow.analyze(machine.document().definition(), written);
    }

    /**
     * Returns the machine with all schemas that could be inferred; where nothing is known there is still none.
     *
     * @param written what the schemas beside the definition say
     */
    public static Machine complete(Machine machine, KnownShapes written) {
        return new Inference(machine, written).complete();
    }

    private Machine complete() {
        String name = Names.type(machine.name());
        SchemaFile input =
                or(machine.input(), flow.input(), TypeScope.of(name + "Input", Set.of()), "the machine's input");
        Map<String, TaskSchemas> tasks = new LinkedHashMap<>(machine.tasks());
        for (TaskState state : machine.taskStates()) {
            shape(state).ifPresent(shape -> tasks.put(state.name(), withResult(state, shape)));
        }
        Handed handed = new Handed(machine.taskStates(), input, Map.copyOf(tasks));
        for (TaskState state : machine.taskStates()) {
            shape(state)
                    .ifPresent(shape -> tasks.computeIfPresent(
                            state.name(), (key, known) -> withInput(state, shape, known, handed)));
        }
        return new Machine(
                machine.path(),
                machine.file(),
                machine.document(),
                input,
                or(machine.output(), flow.output(), TypeScope.of(name + "Output", Set.of()), "the machine's output"),
                tasks);
    }

    private @Nullable SchemaFile or(@Nullable SchemaFile written, Shape shape, TypeScope names, String value) {
        return written != null ? written : inferred(shape, names, value, Position.START);
    }

    /** Returns what is known of a state; empty if no execution comes there. */
    private Optional<TaskShape> shape(TaskState state) {
        return flow.tasks().stream()
                .filter(task -> task.pointer().equals(state.pointer()))
                .findFirst();
    }

    private TaskSchemas withResult(TaskState state, TaskShape shape) {
        TaskSchemas written = machine.schemas(state);
        SchemaFile output = written.output() != null
                ? written.output()
                : inferred(
                        FunctionCall.result(state, shape.result()),
                        scope(state, "Output"),
                        "the result of the state \"" + state.name() + "\"",
                        position(state));
        return new TaskSchemas(written.input(), output);
    }

    /** What is handed on as it came is of the type that it has where it comes from. */
    private TaskSchemas withInput(TaskState state, TaskShape shape, TaskSchemas known, Handed handed) {
        if (known.input() != null) {
            return known;
        }
        SchemaFile input = handed.to(state, shape)
                .orElseGet(() -> inferred(
                        FunctionCall.input(state, shape.arguments()),
                        scope(state, "Input"),
                        "the input of the state \"" + state.name() + "\"",
                        position(state)));
        return new TaskSchemas(input, known.output());
    }

    private TypeScope scope(TaskState state, String end) {
        return TypeScope.of(Names.type(state.name()) + end, Set.of(Names.type(machine.name()) + "Tasks"));
    }

    private Position position(TaskState state) {
        return machine.document().keyPosition(state.pointer());
    }

    private @Nullable SchemaFile inferred(Shape shape, TypeScope names, String value, Position position) {
        return InferredSchema.of(shape, names)
                .map(schema -> SchemaFile.inferred(
                        new Inferred(machine.path(), machine.file(), value, position), described(schema, value)))
                .orElse(null);
    }

    private static ObjectNode described(ObjectNode schema, String value) {
        String start = Character.toUpperCase(value.charAt(0)) + value.substring(1);
        return schema.put("description", start + ", inferred from the definition.");
    }
}
