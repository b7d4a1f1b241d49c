package dev.stepwright.codegen.source;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.SidecarSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas to begin with: what the definitions of a source directory tell of their data, written beside them for somebody to edit.
 * What is there already is left as it is.
 */
public record Scaffold(SourceFolder sources) {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    /**
     * Writes the schemas that are missing, unless the findings hold an error.
     *
     * @return the files written
     * @throws IOException if a file cannot be read or written
     */
    public List<Path> run(Findings findings) throws IOException {
        SourceTree tree = SourceTree.read(sources, findings);
        List<Path> written = new ArrayList<>();
        if (!findings.stopTheBuild()) {
            for (Machine machine : tree.machines()) {
                write(machine, sources.directory().resolve(machine.file()), written);
            }
        }
        return List.copyOf(written);
    }

    /** Returns what was done, in one line. */
    public static String summary(List<Path> written) {
        return written.size() + " schema(s) written; edit those that matter and delete the others";
    }

    private static void write(Machine machine, Path home, List<Path> written) throws IOException {
        String name = machine.name();
        write(machine.input(), home.resolveSibling(name + ".input" + SourceTree.SCHEMA), written);
        write(machine.output(), home.resolveSibling(name + ".output" + SourceTree.SCHEMA), written);
        Path folder = home.resolveSibling(name + SourceTree.TASKS);
        for (TaskState state : machine.taskStates()) {
            TaskSchemas schemas = machine.schemas(state);
            String file = SidecarSchemas.fileName(state.name());
            if (!isOfAnother(schemas.input(), machine)) {
                write(schemas.input(), folder.resolve(file + ".input" + SourceTree.SCHEMA), written);
            }
            write(schemas.output(), folder.resolve(file + ".output" + SourceTree.SCHEMA), written);
        }
    }

    /** What is handed on as it came has its schema where it comes from. */
    private static boolean isOfAnother(@Nullable SchemaFile input, Machine machine) {
        return input == machine.input()
                || machine.taskStates().stream()
                        .anyMatch(state -> machine.schemas(state).output() == input);
    }

    /** What a service documents is the same in every build, and has one class for all tasks that give it. */
    private static boolean isGuessed(SchemaFile schema) {
        return schema.isInferred() && schema.ownName().isEmpty();
    }

    private static void write(@Nullable SchemaFile schema, Path file, List<Path> written) throws IOException {
        if (schema == null || !isGuessed(schema) || Files.exists(file)) {
            return;
        }
        ObjectNode text = (ObjectNode) undescribed(schema.root().node().deepCopy());
        text.remove("title");
        ObjectNode whole = text.objectNode().put("$schema", DRAFT);
        whole.setAll(text);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, JsonText.pretty(whole) + "\n");
        written.add(file);
    }

    /** That something was inferred is true no longer once somebody has edited it. */
    private static JsonNode undescribed(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.remove("description");
            object.path("properties").forEach(Scaffold::undescribed);
            undescribed(object.path("items"));
        }
        return schema;
    }
}
