package dev.stepwright.codegen.infer;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFile.Inferred;
import dev.stepwright.json.Position;
import dev.stepwright.types.Calls;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.FlowReport;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.Shape;
import dev.stepwright.types.TaskShape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Gives a machine the schemas that its definition tells, where none stand beside it. */
final class MachineInference {
    private static final Ends NONE = new Ends("", null, null);

    private final Machine machine;
    private final Calls calls;
    private final Function<String, Optional<SchemaFile>> shared;
    private final FlowReport flow;
    private final Ends ends;
    private final Map<String, SchemaFile> results = new HashMap<>();
    /** Whether the results of a call are called after it. */
    private final Map<ServiceCall, Boolean> named = new HashMap<>();

    /**
     * @param written what the schemas beside the definition say
     * @param calls what is known of the machines that it starts
     * @param shared the schemas that stand beside those of its tasks, by the names of their classes
     */
    MachineInference(Machine machine, KnownShapes written, Calls calls, Function<String, Optional<SchemaFile>> shared) {
        this.machine = machine;
        this.calls = calls;
        this.shared = shared;
        this.flow = DataFlow.analyze(machine.document().definition(), written, calls);
        String name = Names.type(machine.name());
        this.ends = new Ends(
                machine.file(),
                or(machine.input(), flow.input(), name + "Input", "the machine's input"),
                or(machine.output(), flow.output(), name + "Output", "the machine's output"));
    }

    /**
     * Returns the machine with all schemas that could be inferred; where nothing is known there is still none.
     *
     * @param project all machines, by the files of their definitions
     */
    Machine complete(Map<String, MachineInference> project) {
        Map<String, TaskSchemas> tasks = new LinkedHashMap<>(machine.tasks());
        for (TaskState state : machine.taskStates()) {
            shape(state).ifPresent(shape -> tasks.put(state.name(), withResult(state, shape, started(state, project))));
        }
        Handed handed = new Handed(machine, ends.input(), Map.copyOf(tasks), answers(tasks));
        for (TaskState state : machine.taskStates()) {
            shape(state)
                    .ifPresent(shape -> tasks.computeIfPresent(
                            state.name(),
                            (key, known) -> withInput(state, shape, known, handed, started(state, project))));
        }
        return new Machine(
                machine.path(),
                machine.file(),
                machine.document(),
                ends.input(),
                ends.output(),
                tasks,
                machine.settings());
    }

    /** Returns the ends of the machine that a task starts; none if that is not known. */
    private Ends started(TaskState state, Map<String, MachineInference> project) {
        return calls.startedBy(state)
                .flatMap(started -> Optional.ofNullable(project.get(started.file())))
                .map(started -> started.ends)
                .orElse(NONE);
    }

    private @Nullable SchemaFile or(@Nullable SchemaFile written, Shape shape, String name, String value) {
        return written != null
                ? written
                : InferredSchema.of(shape, TypeScope.of(name, Set.of()))
                        .map(schema -> file(schema, value, Position.START, Map.of()))
                        .orElse(null);
    }

    /** Returns what is known of a state; empty if no execution comes there. */
    private Optional<TaskShape> shape(TaskState state) {
        return flow.tasks().stream()
                .filter(task -> task.pointer().equals(state.pointer()))
                .findFirst();
    }

    private TaskSchemas withResult(TaskState state, TaskShape shape, Ends started) {
        TaskSchemas written = machine.schemas(state);
        return new TaskSchemas(
                written.input(), written.output() != null ? written.output() : result(state, shape, started));
    }

    private @Nullable SchemaFile result(TaskState state, TaskShape shape, Ends started) {
        Shape given = FunctionCall.result(state, shape.result());
        Map<String, SchemaFile> outputs = started.out(state);
        ServiceCall call = ServiceCall.of(state);
        if (shape.isDocumented()
                && given == shape.result()
                && outputs.isEmpty()
                && named.computeIfAbsent(call, key -> !key.isCalledAfterAnother(machine))) {
            return results.computeIfAbsent(call.integration(), key -> result(call, given, state));
        }
        return InferredSchema.of(given, scope(state, "Output"))
                .map(schema -> file(
                        schema,
                        "the result of the state \"" + state.name() + "\"",
                        position(state),
                        referring(schema, outputs, started)))
                .orElse(null);
    }

    /** Tasks that give what their service documents and nothing more have one type: it is called after that, so one more task changes no name. */
    private @Nullable SchemaFile result(ServiceCall call, Shape given, TaskState state) {
        return shared(call.resultName(), given, documented(call), state, output -> Map.of())
                .orElse(null);
    }

    /**
     * What a call of a function gives as a whole, around the payload that its method gives: no method gives that, but the states that
     * follow may be handed it.
     */
    private Map<String, SchemaFile> answers(Map<String, TaskSchemas> tasks) {
        Map<String, SchemaFile> answers = new HashMap<>();
        Map<String, Optional<SchemaFile>> named = new HashMap<>();
        for (TaskState state : machine.taskStates()) {
            TaskSchemas schemas = tasks.get(state.name());
            if (FunctionCall.is(state) && schemas != null) {
                shape(state).ifPresent(shape -> {
                    String name = answerName(state, shape, schemas.output());
                    named.computeIfAbsent(name, key -> answer(key, state, shape, schemas.output()))
                            .ifPresent(answer -> answers.put(state.name(), answer));
                });
            }
        }
        return answers;
    }

    private String answerName(TaskState state, TaskShape shape, @Nullable SchemaFile payload) {
        return payload == null && shape.isDocumented()
                ? ServiceCall.of(state).resultName()
                : Names.type(machine.called(state)) + "InvokeOutput";
    }

    private boolean isTaken(String name) {
        return machine.taskStates().stream()
                .map(state -> Names.type(machine.called(state)))
                .anyMatch(state -> (state + "Output").equalsIgnoreCase(name));
    }

    private Optional<SchemaFile> answer(String name, TaskState state, TaskShape shape, @Nullable SchemaFile payload) {
        String description = payload == null
                ? documented(ServiceCall.of(state))
                : "The result of the state \"" + state.name() + "\", with the payload that its function answers.";
        return isTaken(name)
                ? Optional.empty()
                : shared(
                        name,
                        shape.result(),
                        description,
                        state,
                        schema -> payload == null ? Map.of() : Handed.referToPayload(schema, state, payload));
    }

    private static String documented(ServiceCall call) {
        return "The result of " + call.integration() + ", as the service documents it.";
    }

    /** Returns the schema of a class with a name of its own: somebody may have written it beside those of the tasks. */
    private Optional<SchemaFile> shared(
            String name,
            Shape shape,
            String description,
            TaskState state,
            Function<ObjectNode, Map<String, Place>> references) {
        return shared.apply(name)
                .or(() -> InferredSchema.of(shape, TypeScope.of(name, around()))
                        .map(schema -> file(
                                schema.put("title", name).put("description", description),
                                "the result of the state \"" + state.name() + "\"",
                                position(state),
                                references.apply(schema))));
    }

    /** What is handed on as it came is of the type that it has where it comes from. */
    private TaskSchemas withInput(TaskState state, TaskShape shape, TaskSchemas known, Handed handed, Ends started) {
        if (known.input() != null) {
            return known;
        }
        Optional<SchemaFile> input = handed.to(state, shape)
                .or(() -> InferredSchema.of(FunctionCall.input(state, shape.arguments()), scope(state, "Input"))
                        .map(schema -> {
                            Map<String, Place> references = referring(schema, started.in(shape.arguments()), started);
                            references.putAll(handed.refer(schema, state, shape));
                            return file(
                                    schema,
                                    "the input of the state \"" + state.name() + "\"",
                                    position(state),
                                    references);
                        }));
        return new TaskSchemas(input.orElse(null), known.output());
    }

    /** Lets members of an object be what a started machine takes or gives; returns the schemas of these by how they are referred to. */
    private Map<String, Place> referring(ObjectNode schema, Map<String, SchemaFile> members, Ends started) {
        Map<String, Place> references = new HashMap<>();
        members.forEach((member, target) -> {
            if (schema.path("properties") instanceof ObjectNode properties && properties.has(member)) {
                String reference = started.reference(target, machine.file());
                properties.putObject(member).put("$ref", reference);
                references.put(reference, target.root());
            }
        });
        return references;
    }

    private TypeScope scope(TaskState state, String end) {
        return TypeScope.of(Names.type(machine.called(state)) + end, around());
    }

    private Set<String> around() {
        return Set.of(Names.type(machine.name()) + "Tasks");
    }

    private Position position(TaskState state) {
        return machine.document().keyPosition(state.pointer());
    }

    private SchemaFile file(ObjectNode schema, String value, Position position, Map<String, Place> references) {
        String start = Character.toUpperCase(value.charAt(0)) + value.substring(1);
        if (!schema.has("description")) {
            schema.put("description", start + ", inferred from the definition.");
        }
        return SchemaFile.inferred(new Inferred(machine.path(), machine.file(), value, position), schema, references);
    }
}
