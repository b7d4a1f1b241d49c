package dev.stepwright.codegen.source;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.SidecarSchemas;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
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
     * @return the files written, sorted
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
        return written.stream().sorted().toList();
    }

    /** Returns what was done, in one line. */
    public static String summary(List<Path> written) {
        return written.size() + " schema(s) written; edit those that matter and delete the others";
    }

    private static void write(Machine machine, Path home, List<Path> written) throws IOException {
        String name = machine.name();
        Map<SchemaFile, Path> homes = new IdentityHashMap<>();
        Path output = home.resolveSibling(name + ".output" + SourceTree.SCHEMA);
        write(machine.input(), home.resolveSibling(name + ".input" + SourceTree.SCHEMA), homes, written);
        Path folder = home.resolveSibling(name + SourceTree.TASKS);
        writeShared(machine.output(), output, folder, homes, written);
        for (TaskState state : machine.taskStates()) {
            writeShared(machine.schemas(state).input(), file(folder, state, ".input"), folder, homes, written);
        }
        write(machine.output(), output, homes, written);
        for (TaskState state : machine.taskStates()) {
            write(machine.schemas(state).output(), file(folder, state, ".output"), homes, written);
        }
        for (TaskState state : machine.taskStates()) {
            write(machine.schemas(state).input(), file(folder, state, ".input"), homes, written);
        }
    }

    /** Writes what a schema refers to that has a class of its own, unless its file is there. */
    private static void writeShared(
            @Nullable SchemaFile schema, Path file, Path folder, Map<SchemaFile, Path> homes, List<Path> written)
            throws IOException {
        if (schema == null || !isGuessed(schema) || Files.exists(file)) {
            return;
        }
        for (SchemaFile referred : schema.referred()) {
            String name = referred.ownName().orElse("");
            if (!name.isEmpty() && referred.isInferred() && !homes.containsKey(referred)) {
                writeOnce(referred, folder.resolve(SchemaFile.shared(name)), homes, written);
            }
        }
    }

    private static Path file(Path folder, TaskState state, String end) {
        return folder.resolve(SidecarSchemas.fileName(state.name()) + end + SourceTree.SCHEMA);
    }

    /** What a service documents is the same in every build, and has one class for all tasks that give it. */
    private static boolean isGuessed(SchemaFile schema) {
        boolean isDocumented = schema.ownName().isPresent()
                || schema.root().node().has("$ref")
                        && schema.referred().stream()
                                .allMatch(each ->
                                        each.isInferred() && each.ownName().isPresent());
        return schema.isInferred() && !isDocumented;
    }

    private static void write(@Nullable SchemaFile schema, Path file, Map<SchemaFile, Path> homes, List<Path> written)
            throws IOException {
        if (schema != null && (isGuessed(schema) || homes.containsKey(schema))) {
            writeOnce(schema, file, homes, written);
        }
    }

    private static void writeOnce(SchemaFile schema, Path file, Map<SchemaFile, Path> homes, List<Path> written)
            throws IOException {
        Path home = homes.putIfAbsent(schema, file);
        if (Files.exists(file)) {
            return;
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("$schema", DRAFT);
        whole.setAll(home == null ? content(schema) : reference(file, home));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, JsonText.pretty(whole) + "\n");
        written.add(file);
    }

    private static ObjectNode content(SchemaFile schema) {
        ObjectNode content = (ObjectNode) undescribed(schema.root().node().deepCopy());
        if (schema.ownName().isEmpty()) {
            content.remove("title");
        }
        return content;
    }

    /** What is handed on as it came has the schema of where it comes from, whatever somebody makes of that. */
    private static ObjectNode reference(Path from, Path to) {
        Path folder = Objects.requireNonNull(from.getParent());
        String path = folder.relativize(to).toString().replace('\\', '/');
        try {
            return JsonNodeFactory.instance.objectNode().put("$ref", new URI(null, null, path, null).getRawPath());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every relative path is a URI", e);
        }
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
