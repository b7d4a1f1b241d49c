package dev.stepwright.codegen.infer;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.types.Shape;
import dev.stepwright.types.SidecarSchemas;
import dev.stepwright.types.TaskShape;
import dev.stepwright.types.report.Provenance;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of what is handed on as it came: the machine's input, and what a method has given.
 *
 * @param files what is written, to follow references in
 * @param input of the machine
 * @param tasks with the schemas of their results
 * @param answers the schemas of what calls of functions give as a whole, by the names of their states
 */
record Handed(
        SchemaFiles files,
        Machine machine,
        @Nullable SchemaFile input,
        Map<String, TaskSchemas> tasks,
        Map<String, SchemaFile> answers) {
    /** Returns the schema of what a state's method takes, if that is handed on as a whole and anything is known of it. */
    Optional<SchemaFile> to(TaskState state, TaskShape shape) {
        boolean isPayload = FunctionCall.input(state, shape.arguments()) != Shape.ANY;
        List<String> taken = FunctionCall.taken(state);
        return Optional.ofNullable(shape.handedOn().get(taken))
                .filter(provenance -> !provenance.orNull() && (taken.isEmpty() || isPayload))
                .flatMap(this::source)
                .flatMap(ValueSource::whole);
    }

    /** Returns whether there is a schema of where a value comes from. */
    boolean isKnown(Provenance provenance) {
        return source(provenance).flatMap(ValueSource::place).isPresent();
    }

    /** Lets the parts of what a state's method takes that are handed on be of the types that they have where they come from; returns what is referred to. */
    Map<String, Place> refer(ObjectNode schema, TaskState state, TaskShape shape) {
        List<String> taken = FunctionCall.taken(state);
        Map<List<String>, Provenance> parts = new LinkedHashMap<>();
        shape.handedOn().forEach((path, provenance) -> {
            if (path.size() >= taken.size() && path.subList(0, taken.size()).equals(taken)) {
                parts.put(path.subList(taken.size(), path.size()), provenance);
            }
        });
        return refer(schema, parts, "");
    }

    /** Lets the parts of the machine's output that are handed on be of the types that they have where they come from; returns what is referred to. */
    Map<String, Place> refer(ObjectNode output, Map<List<String>, Provenance> parts) {
        return refer(output, parts, machine.name() + ".tasks/");
    }

    /** @param folder of the schemas of tasks, from that of the schema */
    private Map<String, Place> refer(ObjectNode schema, Map<List<String>, Provenance> parts, String folder) {
        JsonNode type = schema.path("type");
        References references = new References(folder);
        parts.forEach((path, provenance) -> {
            JsonNode part = at(schema, path);
            source(provenance).ifPresent(source -> references.refer(part, source, provenance.orNull()));
            // Of what a state gives that calls a function, the method gives only this.
            String payload = FunctionCall.PAYLOAD;
            source(provenance.at(payload))
                    .ifPresent(source -> references.refer(at(part, List.of(payload)), source, false));
        });
        if (schema.has("$ref") && !references.holdClass) {
            // With a keyword beside it, "$ref" lends no class: what holds the value is of this schema.
            JsonNode own = type.isMissingNode() ? references.type : type;
            if (own.isMissingNode()) {
                schema.removeAll();
            } else {
                schema.set("type", own);
            }
        }
        return references.places;
    }

    /** Lets the payload in what a call of a function gives be of the type that its method gives; returns what is referred to. */
    static Map<String, Place> referToPayload(
            SchemaFiles files, ObjectNode answer, TaskState state, SchemaFile payload) {
        References references = new References("");
        references.refer(
                at(answer, List.of(FunctionCall.PAYLOAD)),
                new ValueSource(files, payload, home(state, payload), List.of()),
                false);
        return references.places;
    }

    /** What a schema is made to refer to. */
    private static final class References {
        private final Map<String, Place> places = new HashMap<>();
        private final String folder;
        private boolean holdClass;
        private JsonNode type = MissingNode.getInstance();

        References(String folder) {
            this.folder = folder;
        }

        void refer(JsonNode part, ValueSource source, boolean orNull) {
            Optional<Place> known = source.type(part);
            if (part.has("items") && known.isEmpty()) {
                refer(part.path("items"), source.elements(), false);
            }
            known.ifPresent(place -> {
                String reference = source.reference(place.pointer(), folder);
                ObjectNode schema = ((ObjectNode) part).retain("title");
                if (orNull) {
                    schema.putArray("anyOf").addObject().put("$ref", reference);
                    schema.withArray("anyOf").addObject().put("type", "null");
                } else {
                    schema.put("$ref", reference);
                }
                places.put(reference, place);
                holdClass |= source.isClass(place);
                type = source.followed(place).node().path("type");
            });
        }
    }

    private static JsonNode at(JsonNode schema, List<String> path) {
        JsonNode part = schema;
        for (String step : path) {
            JsonNode elements = part.path("prefixItems");
            part = elements.isArray()
                    ? elements.path(step.matches("[0-9]+") ? Integer.parseInt(step) : -1)
                    : step.equals(Provenance.ELEMENT)
                            ? part.path("items")
                            : part.path("properties").path(step);
        }
        return part;
    }

    private Optional<ValueSource> source(Provenance provenance) {
        if (provenance.state().isEmpty()) {
            return Optional.of(
                    new ValueSource(files, input, "../" + machine.name() + ".input.schema.json", provenance.path()));
        }
        return machine.taskStates().stream()
                .filter(state ->
                        provenance.state().filter(state.pointer()::equals).isPresent())
                .findFirst()
                .flatMap(state -> result(state, provenance.path()));
    }

    /** What a method gives is not always all of what the state gives. */
    private Optional<ValueSource> result(TaskState state, List<String> path) {
        List<String> given = FunctionCall.given(state);
        TaskSchemas schemas = tasks.get(state.name());
        boolean isOfMethod =
                path.size() >= given.size() && path.subList(0, given.size()).equals(given);
        if (isOfMethod && schemas != null) {
            return Optional.of(source(state, schemas.output(), path.subList(given.size(), path.size())));
        }
        return Optional.ofNullable(answers.get(state.name())).map(answer -> source(state, answer, path));
    }

    private ValueSource source(TaskState state, @Nullable SchemaFile schema, List<String> path) {
        return new ValueSource(files, schema, home(state, schema), path);
    }

    /** Returns where somebody would write the schema of what a state gives, in the folder of those of tasks. */
    private static String home(TaskState state, @Nullable SchemaFile result) {
        return Optional.ofNullable(result)
                .flatMap(SchemaFile::ownName)
                .map(SchemaFile::shared)
                .orElseGet(() -> SidecarSchemas.fileName(state.name()) + ".output.schema.json");
    }
}
