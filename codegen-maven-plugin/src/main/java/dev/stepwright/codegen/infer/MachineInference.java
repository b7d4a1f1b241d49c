package dev.stepwright.codegen.infer;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.types.Calls;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.FlowReport;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.Shape;
import dev.stepwright.types.TaskShape;
import dev.stepwright.types.report.Provenance;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gives a machine the schemas that its definition tells, where none stand beside it. */
final class MachineInference {
    private static final Ends NONE = new Ends("", null, null);

    private final Machine machine;
    private final Calls calls;
    private final Function<String, Optional<SchemaFile>> shared;
    private final SchemaFiles files;
    private final Map<String, MachineInference> project;
    private final InferredFiles inferred;
    private final FlowReport flow;
    private final Ends ends;
    private final Map<String, SchemaFile> results = new HashMap<>();
    /** Whether the results of a call are called after it. */
    private final Map<ServiceCall, Boolean> named = new HashMap<>();

    private @Nullable Handed handed;

    /**
     * @param written what the schemas beside the definition say
     * @param calls what is known of the machines that it starts
     * @param shared the schemas that stand beside those of its tasks, by the names of their classes
     * @param files all that somebody wrote
     * @param project all machines, by the files of their definitions
     */
    MachineInference(
            Machine machine,
            KnownShapes written,
            Calls calls,
            Function<String, Optional<SchemaFile>> shared,
            SchemaFiles files,
            Map<String, MachineInference> project) {
        this.machine = machine;
        this.calls = calls;
        this.shared = shared;
        this.files = files;
        this.project = project;
        this.inferred = new InferredFiles(machine);
        this.flow = DataFlow.analyze(machine.document().definition(), written, calls);
        this.ends = new Ends(machine.file(), input(), output());
    }

    private @Nullable SchemaFile input() {
        return machine.input() != null
                ? machine.input()
                : InferredSchema.of(flow.input(), TypeScope.of(Names.type(machine.name()) + "Input", Set.of()))
                        .map(schema -> InferredFiles.file(inferred.input(), schema, Map.of()))
                        .orElse(null);
    }

    /** What the output is made of may be what a machine gives that gives what this one does: it is known when all machines are. */
    private @Nullable SchemaFile output() {
        if (machine.output() != null) {
            return machine.output();
        }
        return InferredSchema.of(flow.output(), TypeScope.of(Names.type(machine.name()) + "Output", Set.of()))
                .or(() -> isHandedOn() ? Optional.of(JsonNodeFactory.instance.objectNode()) : Optional.empty())
                .map(schema -> InferredFiles.file(inferred.output(), schema, () -> handed().refer(schema, endings())))
                .orElse(null);
    }

    /** Several ends that give what one call documents, such as a message about success and one about failure, give it like one. */
    private Map<List<String>, Provenance> endings() {
        Map<List<String>, Provenance> parts = flow.handedOn();
        return parts.containsKey(List.<String>of())
                ? parts
                : flow.tasks().stream()
                        .filter(task -> task.isDocumented() && task.result().equals(flow.output()))
                        .filter(task -> machine.taskStates().stream()
                                .filter(state -> state.pointer().equals(task.pointer()))
                                .anyMatch(this::givesSharedResult))
                        .findFirst()
                        .map(task -> Map.of(
                                List.<String>of(), new Provenance(Optional.of(task.pointer()), List.of(), false)))
                        .orElse(parts);
    }

    private boolean givesSharedResult(TaskState state) {
        TaskSchemas schemas = handed().tasks().get(state.name());
        return schemas != null
                && results.containsValue(schemas.output())
                && new Endings(machine).areAllOf(ServiceCall.of(state));
    }

    /** Returns whether the output is of a schema that somebody wrote, which may say what no definition tells. */
    private boolean isHandedOn() {
        Provenance whole = flow.handedOn().get(List.of());
        return whole != null && new Handed(files, machine, machine.input(), machine.tasks(), Map.of()).isKnown(whole);
    }

    /** Returns the machine with all schemas that could be inferred; where nothing is known there is still none. */
    Machine complete() {
        Handed all = handed();
        Map<String, TaskSchemas> tasks = new LinkedHashMap<>(all.tasks());
        for (TaskState state : machine.taskStates()) {
            shape(state)
                    .ifPresent(shape -> tasks.computeIfPresent(
                            state.name(), (key, known) -> withInput(state, shape, known, all, started(state))));
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

    /** Returns the input and the results of tasks; what they refer to of other machines is not looked into. */
    private Handed handed() {
        Handed known = handed;
        if (known == null) {
            Map<String, TaskSchemas> tasks = new LinkedHashMap<>(machine.tasks());
            for (TaskState state : machine.taskStates()) {
                shape(state).ifPresent(shape -> tasks.put(state.name(), withResult(state, shape, started(state))));
            }
            known = new Handed(files, machine, ends.input(), Map.copyOf(tasks), answers(tasks));
            handed = known;
        }
        return known;
    }

    /** Returns the ends of the machine that a task starts; none if that is not known. */
    private Ends started(TaskState state) {
        return calls.startedBy(state)
                .flatMap(started -> Optional.ofNullable(project.get(started.file())))
                .map(started -> started.ends)
                .orElse(NONE);
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
                .map(schema -> InferredFiles.file(inferred.result(state), schema, referring(schema, outputs, started)))
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
            if (FunctionCall.isAnswered(state) && schemas != null) {
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
                        schema -> payload == null ? Map.of() : Handed.referToPayload(files, schema, state, payload));
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
                        .map(schema -> InferredFiles.file(
                                inferred.result(state),
                                schema.put("title", name).put("description", description),
                                references.apply(schema))));
    }

    /** What is handed on as it came is of the type that it has where it comes from. */
    private TaskSchemas withInput(TaskState state, TaskShape shape, TaskSchemas known, Handed handed, Ends started) {
        if (known.input() != null) {
            return known;
        }
        Shape arguments = FunctionCall.input(state, shape.arguments());
        Optional<SchemaFile> input = handed.to(state, shape)
                .or(() -> InferredSchema.of(arguments, scope(state, "Input")).map(schema -> {
                    Map<String, Place> references = referring(schema, started.in(shape.arguments()), started);
                    references.putAll(handed.refer(schema, state, shape));
                    return InferredFiles.file(inferred.input(state), schema, references);
                }))
                .or(() -> InferredFiles.any(inferred.input(state), schema -> handed.refer(schema, state, shape)));
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
}
