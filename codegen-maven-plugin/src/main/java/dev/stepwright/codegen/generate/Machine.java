package dev.stepwright.codegen.generate;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.schema.SchemaBundle;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A valid definition with the schemas beside it.
 *
 * @param path the absolute path of the file in which the positions of the document count: the definition, or a template
 * @param file the path of the definition, or the one that it would have by its name, from the source directory, with {@code /} between its parts: {@code shop/order.asl.json}, {@code shop/order.asl.yaml}
 * @param input what {@code order.input.schema.json} holds; null if there is none
 * @param output likewise
 * @param tasks the schemas of Task states by the name of the state
 */
public record Machine(
        Path path,
        String file,
        AslDocument document,
        @Nullable SchemaFile input,
        @Nullable SchemaFile output,
        Map<String, TaskSchemas> tasks,
        StateSettings settings) {
    public Machine {
        settings = settings.tellingApart(taskStates(document));
    }

    /** What stands beside a definition for one Task state; null where there is nothing. */
    public record TaskSchemas(
            @Nullable SchemaFile input, @Nullable SchemaFile output) {
        static final TaskSchemas NONE = new TaskSchemas(null, null);
    }

    /** Returns the machine's name: that of the file without its ending. */
    public String name() {
        return DefinitionFile.machineName(file);
    }

    /** Returns the path from the source directory without the ending: {@code shop/order}. */
    public String stem() {
        return file.substring(0, file.lastIndexOf('/') + 1) + name();
    }

    /** Returns the path of the resource with the definition, from the root of the class path; it is JSON. */
    String resource() {
        return "asl/" + stem() + ".asl.json";
    }

    /** Returns whether somebody wrote a schema of what executions or tasks take or give. */
    boolean hasWrittenSchemas() {
        Stream<@Nullable SchemaFile> all = Stream.concat(
                Stream.of(input, output),
                taskStates().stream().map(this::schemas).flatMap(task -> Stream.of(task.input(), task.output())));
        return all.anyMatch(schema -> written(schema) != null);
    }

    /** Returns the text of the written schemas of what executions and tasks take and give, with all that they refer to. */
    String schemas(SchemaFiles files) {
        SchemaBundle bundle = new SchemaBundle(files);
        bundle.machine(written(input), written(output));
        for (TaskState state : taskStates()) {
            bundle.task(
                    state.name(),
                    written(schemas(state).input()),
                    written(schemas(state).output()));
        }
        return bundle.text();
    }

    private static @Nullable SchemaFile written(@Nullable SchemaFile schema) {
        return schema == null || schema.isInferred() ? null : schema;
    }

    /** Returns the path of the resource with those schemas, from the root of the class path. */
    String schemasResource() {
        return "asl/" + stem() + ".schemas.json";
    }

    /** Returns all states of all scopes in the order of the document: those within a state follow it. */
    List<State> states() {
        return states(document.definition()).toList();
    }

    private static Stream<State> states(StateMachineDefinition scope) {
        return scope.states().values().stream()
                .flatMap(state -> Stream.concat(
                        Stream.of(state), state.subMachines().stream().flatMap(Machine::states)));
    }

    /** Returns the Task states of all scopes in the order of the document. */
    public List<TaskState> taskStates() {
        return taskStates(document);
    }

    private static List<TaskState> taskStates(AslDocument document) {
        return states(document.definition())
                .filter(TaskState.class::isInstance)
                .map(TaskState.class::cast)
                .toList();
    }

    /** Returns what the Java names that belong to a state are made of: its name, if nothing else is said and no other task is called so. */
    public String called(State state) {
        return settings.called(state);
    }

    /** Returns the Task states that have methods, in the order of the document. */
    List<TaskState> methodStates() {
        return taskStates().stream().filter(settings::hasMethod).toList();
    }

    /** Returns the schemas of a Task state. */
    public TaskSchemas schemas(TaskState state) {
        return tasks.getOrDefault(state.name(), TaskSchemas.NONE);
    }
}
