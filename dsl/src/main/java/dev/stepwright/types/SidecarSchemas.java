package dev.stepwright.types;

import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schemas that stand beside a definition, {@code order.asl.json}: of its input in {@code order.input.schema.json}, of its
 * output in {@code order.output.schema.json}, of what the Task state {@code Charge} gets and gives in {@code
 * order.tasks/Charge.input.schema.json} and {@code order.tasks/Charge.output.schema.json}. Each may be missing. Those of a task
 * {@code lambda:invoke} are of what the function gets and gives, the {@code Payload} of the call and of the answer; with
 * {@code .waitForTaskToken} that of the output is of what is sent with the token.
 *
 * @param known what they say
 * @param unreadable files that are not JSON, with the problem; of them nothing is known
 */
public record SidecarSchemas(KnownShapes known, Map<Path, JsonSyntaxException> unreadable) {
    private static final String SCHEMA = ".schema.json";

    public SidecarSchemas {
        unreadable = Map.copyOf(unreadable);
    }

    /** What the schema in a file says; nothing if there is none. */
    private interface Shapes {
        Optional<Shape> of(Path file) throws IOException;
    }

    /**
     * Reads the schemas of a definition.
     *
     * @param file where the definition stands, or would stand
     * @throws IOException if a file is there and cannot be read
     */
    public static SidecarSchemas read(Path file, StateMachineDefinition definition) throws IOException {
        Map<Path, JsonSyntaxException> unreadable = new LinkedHashMap<>();
        return new SidecarSchemas(shapes(file, definition, schema -> shape(schema, unreadable)), unreadable);
    }

    /**
     * Returns what schemas say that somebody else has read.
     *
     * @param file where the definition stands, or would stand
     * @param schemas the schema in a file as one document with all that it refers to; nothing if there is none
     */
    public static KnownShapes known(
            Path file, StateMachineDefinition definition, Function<Path, Optional<JsonNode>> schemas)
            throws IOException {
        Shapes shapes = schema -> schemas.apply(schema).map(document -> new SchemaReader(document).read());
        return shapes(file, definition, shapes);
    }

    private static KnownShapes shapes(Path file, StateMachineDefinition definition, Shapes shapes) throws IOException {
        Optional<Shape> input = shapes.of(DefinitionFile.beside(file, ".input" + SCHEMA));
        Optional<Shape> output = shapes.of(DefinitionFile.beside(file, ".output" + SCHEMA));
        Map<String, Shape> arguments = new HashMap<>();
        Map<String, Shape> results = new HashMap<>();
        Path tasks = DefinitionFile.beside(file, ".tasks");
        for (TaskState task : Files.isDirectory(tasks) ? tasks(definition) : List.<TaskState>of()) {
            String state = fileName(task.name());
            String resource = task.resource().orElse("");
            boolean isCall = FunctionCall.is(resource);
            shapes.of(tasks.resolve(state + ".input" + SCHEMA))
                    .map(shape -> isCall ? FunctionCall.arguments(shape) : shape)
                    .ifPresent(shape -> arguments.put(task.name(), shape));
            shapes.of(tasks.resolve(state + ".output" + SCHEMA))
                    .map(shape -> isCall ? FunctionCall.answer(resource, shape) : shape)
                    .ifPresent(shape -> results.put(task.name(), shape));
        }
        return new KnownShapes(input, output, arguments, results);
    }

    private static List<TaskState> tasks(StateMachineDefinition definition) {
        return definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(TaskState.class::isInstance)
                .map(TaskState.class::cast)
                .toList();
    }

    private static Optional<Shape> shape(Path file, Map<Path, JsonSyntaxException> unreadable) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SchemaReader(SchemaFile.read(file)).read());
        } catch (JsonSyntaxException e) {
            unreadable.put(file, e);
            return Optional.empty();
        }
    }

    /** Returns a state's name as part of a file name: what some file system forbids, and the per cent sign, becomes {@code %XX}. */
    public static String fileName(String state) {
        StringBuilder name = new StringBuilder();
        for (byte b : state.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean forbidden = c < ' ' || "%/\\:*?\"<>|".indexOf(c) >= 0;
            name.append(forbidden ? "%%%02X".formatted((int) c) : String.valueOf(c));
        }
        return new String(name.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
