package dev.stepwright.codegen.infer;

import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.types.Shape;
import dev.stepwright.types.Shape.Member;
import dev.stepwright.types.Shape.Structure;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a machine takes and gives that others of its project start.
 *
 * @param file its definition, from the source directory
 * @param input null if nothing is known of it, likewise the output
 */
record Ends(
        String file, @Nullable SchemaFile input, @Nullable SchemaFile output) {
    private static final String INPUT = "Input";
    private static final String OUTPUT = "Output";
    private static final String PARSED = ".sync:2";
    /** AWS: by this name the console tells which execution has started another. */
    private static final String STARTED_BY = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";

    /** Returns what of the arguments of a task is the machine's input: all of it has to have a place there, so that nothing is lost. */
    Map<String, SchemaFile> in(Shape arguments) {
        Member handed =
                arguments instanceof Structure structure ? structure.members().get(INPUT) : null;
        if (input == null || handed == null || !(handed.shape() instanceof Structure given) || given.open()) {
            return Map.of();
        }
        JsonNode taken = input.root().node().path("properties");
        boolean isWhole =
                given.members().keySet().stream().allMatch(name -> name.equals(STARTED_BY) || taken.has(name));
        return isWhole ? Map.of(INPUT, input) : Map.of();
    }

    /** Returns what of the result of a task is the machine's output. */
    Map<String, SchemaFile> out(TaskState task) {
        return output != null && task.resource().orElse("").endsWith(PARSED) ? Map.of(OUTPUT, output) : Map.of();
    }

    /** Returns how a schema of a task refers to a schema of this machine, each where somebody would write it. */
    String reference(SchemaFile schema, String definition) {
        String ending = (schema == input ? ".input" : ".output") + ".schema.json";
        Path tasks = DefinitionFile.beside(Path.of("/" + definition), ".tasks");
        return tasks.relativize(DefinitionFile.beside(Path.of("/" + file), ending))
                .toString()
                .replace('\\', '/');
    }
}
