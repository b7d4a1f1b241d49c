package dev.stepwright.codegen.infer;

import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.asl.TaskResource;
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
    /** AWS: by this name the console tells which execution has started another. */
    private static final String STARTED_BY = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";

    /** Returns what of the arguments of a task is the machine's input: all of it has to have a place there, so that nothing is lost. */
    Map<String, SchemaFile> in(Shape arguments) {
        Member handed =
                arguments instanceof Structure structure ? structure.members().get(INPUT) : null;
        boolean isTaken = input != null
                && handed != null
                && handed.shape() instanceof Structure given
                && holds(input.root().node(), given);
        return isTaken ? Map.of(INPUT, input) : Map.of();
    }

    /** Returns whether an object schema has a place for all that is known of an object. */
    private static boolean holds(JsonNode schema, Structure given) {
        JsonNode members = schema.path("properties");
        if (schema.path("additionalProperties").isObject()) {
            return true;
        }
        return !given.open()
                && given.members().entrySet().stream()
                        .filter(member -> !member.getKey().equals(STARTED_BY))
                        .allMatch(member -> members.has(member.getKey())
                                && (!(member.getValue().shape() instanceof Structure inner)
                                        || holds(members.path(member.getKey()), inner)));
    }

    /** Returns what of the result of a task is the machine's output. */
    Map<String, SchemaFile> out(TaskState task) {
        return output != null && TaskResource.of(task.resource().orElse("")).isParsedJob()
                ? Map.of(OUTPUT, output)
                : Map.of();
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
