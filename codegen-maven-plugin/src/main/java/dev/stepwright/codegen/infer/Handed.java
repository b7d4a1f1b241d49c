package dev.stepwright.codegen.infer;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.types.TaskShape;
import dev.stepwright.types.report.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of what is handed on as it came: the machine's input, and what a method has given.
 *
 * @param states all Task states
 * @param input of the machine
 * @param tasks with the schemas of their results
 */
record Handed(List<TaskState> states, @Nullable SchemaFile input, Map<String, TaskSchemas> tasks) {
    /** Returns the schema of what a state's method takes, if that is handed on as a whole and anything is known of it. */
    Optional<SchemaFile> to(TaskState state, TaskShape shape) {
        return Optional.ofNullable(shape.handedOn().get(FunctionCall.member(state)))
                .flatMap(this::of);
    }

    private Optional<SchemaFile> of(Provenance provenance) {
        if (provenance.state().isEmpty()) {
            return provenance.path().isEmpty() ? Optional.ofNullable(input) : Optional.empty();
        }
        return states.stream()
                .filter(state ->
                        provenance.state().filter(state.pointer()::equals).isPresent())
                .filter(state -> isWhole(provenance, state))
                .findFirst()
                .flatMap(state -> Optional.ofNullable(tasks.get(state.name())))
                .flatMap(schemas -> Optional.ofNullable(schemas.output()));
    }

    /** What a method gives is not always all of what the state gives. */
    private static boolean isWhole(Provenance provenance, TaskState state) {
        String member = FunctionCall.member(state);
        return provenance.path().equals(member.isEmpty() ? List.of() : List.of(member));
    }
}
