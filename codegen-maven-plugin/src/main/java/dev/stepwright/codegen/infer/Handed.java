package dev.stepwright.codegen.infer;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.types.Shape;
import dev.stepwright.types.SidecarSchemas;
import dev.stepwright.types.TaskShape;
import dev.stepwright.types.report.Provenance;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of what is handed on as it came: the machine's input, and what a method has given.
 *
 * @param input of the machine
 * @param tasks with the schemas of their results
 * @param answers the schemas of what calls of functions give as a whole, by the names of their states
 */
record Handed(
        Machine machine, @Nullable SchemaFile input, Map<String, TaskSchemas> tasks, Map<String, SchemaFile> answers) {
    private static final int MAX_STEPS = 10;

    /** A value that a method takes or gives, and where somebody would write its schema, from the folder of those of tasks. */
    private record Source(@Nullable SchemaFile schema, String home, List<String> path) {
        Optional<SchemaFile> whole() {
            return path.isEmpty() ? Optional.ofNullable(schema) : Optional.empty();
        }

        /** Returns where the schema of the value is, if it has a type there that is called after it. */
        Optional<Place> part() {
            return place().filter(each -> followed(each).node().has("properties")
                    || followed(each).node().has("prefixItems"));
        }

        /** Returns where the schema of a scalar is, if somebody wrote it and it says more than the definition does. */
        Optional<Place> scalar() {
            return place().filter(each -> !each.file().isInferred()
                    && WrittenScalar.saysMore(followed(each).node()));
        }

        private Optional<Place> place() {
            if (schema == null) {
                return Optional.empty();
            }
            Place place = schema.root();
            for (String step : path) {
                Place holder = followed(place);
                place = step.equals(Provenance.ELEMENT)
                        ? holder.at("items")
                        : holder.at("properties").at(step);
            }
            return Optional.of(place);
        }

        /** Returns what a reference within the file leads to; others lead out of what can be said from here. */
        private static Place followed(Place start) {
            Place place = start;
            for (int steps = 0; steps < MAX_STEPS; steps++) {
                String reference = place.node().path("$ref").asString("");
                if (!reference.startsWith("#/")) {
                    return place;
                }
                place = new Place(place.file(), JsonPointer.compile(reference.substring(1)));
            }
            return place;
        }

        /** Returns the elements of an array. */
        Source elements() {
            return new Source(
                    schema,
                    home,
                    Stream.concat(path.stream(), Stream.of(Provenance.ELEMENT)).toList());
        }

        String reference(JsonPointer part) {
            try {
                return new URI(null, null, home, part.toString()).toString();
            } catch (URISyntaxException e) {
                throw new IllegalStateException("every relative path is a URI", e);
            }
        }
    }

    /** Returns the schema of what a state's method takes, if that is handed on as a whole and anything is known of it. */
    Optional<SchemaFile> to(TaskState state, TaskShape shape) {
        boolean isPayload = FunctionCall.input(state, shape.arguments()) != Shape.ANY;
        return Optional.ofNullable(shape.handedOn().get(taken(state)))
                .filter(provenance -> taken(state).isEmpty() || isPayload)
                .flatMap(this::source)
                .flatMap(Source::whole);
    }

    /** Lets the parts of what a state's method takes that are handed on be of the types that they have where they come from; returns what is referred to. */
    Map<String, Place> refer(ObjectNode schema, TaskState state, TaskShape shape) {
        Map<String, Place> references = new HashMap<>();
        JsonNode type = schema.path("type");
        boolean isScalar = WrittenScalar.is(schema);
        List<String> taken = taken(state);
        shape.handedOn().forEach((path, provenance) -> {
            if (path.size() >= taken.size() && path.subList(0, taken.size()).equals(taken)) {
                JsonNode part = at(schema, path.subList(taken.size(), path.size()));
                refer(part, provenance, references);
                // Of what a state gives that calls a function, the method gives only this.
                String payload = FunctionCall.PAYLOAD;
                refer(at(part, List.of(payload)), provenance.at(payload), references);
            }
        });
        if (isScalar && references.values().stream().noneMatch(Handed::isEnumeration)) {
            schema.set(
                    "type",
                    type); // with a keyword beside it, "$ref" lends no class: that which holds the scalar is the task's
            // own
        }
        return references;
    }

    private static boolean isEnumeration(Place place) {
        return Source.followed(place).node().has("enum");
    }

    /** Lets the payload in what a call of a function gives be of the type that its method gives; returns what is referred to. */
    static Map<String, Place> referToPayload(ObjectNode answer, TaskState state, SchemaFile payload) {
        Map<String, Place> references = new HashMap<>();
        refer(at(answer, List.of(FunctionCall.PAYLOAD)), source(state, payload, List.of()), references);
        return references;
    }

    private void refer(JsonNode part, Provenance provenance, Map<String, Place> references) {
        source(provenance).ifPresent(source -> refer(part, source, references));
    }

    private static void refer(JsonNode part, Source source, Map<String, Place> references) {
        Optional<Place> place = source.part();
        if (part.has("items") && place.isEmpty()) {
            refer(part.path("items"), source.elements(), references);
        }
        Optional<Place> type = WrittenScalar.is(part)
                ? source.scalar()
                : place.filter(each -> part.has("properties") || part.has("prefixItems"));
        type.ifPresent(each -> {
            String reference = source.reference(each.pointer());
            ((ObjectNode) part).retain("title").put("$ref", reference);
            references.put(reference, each);
        });
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

    private static List<String> taken(TaskState state) {
        String member = FunctionCall.member(state);
        return member.isEmpty() ? List.of() : List.of(member);
    }

    private Optional<Source> source(Provenance provenance) {
        if (provenance.state().isEmpty()) {
            return Optional.of(new Source(input, "../" + machine.name() + ".input.schema.json", provenance.path()));
        }
        return machine.taskStates().stream()
                .filter(state ->
                        provenance.state().filter(state.pointer()::equals).isPresent())
                .findFirst()
                .flatMap(state -> result(state, provenance.path()));
    }

    /** What a method gives is not always all of what the state gives. */
    private Optional<Source> result(TaskState state, List<String> path) {
        List<String> given = taken(state);
        TaskSchemas schemas = tasks.get(state.name());
        boolean isOfMethod =
                path.size() >= given.size() && path.subList(0, given.size()).equals(given);
        if (isOfMethod && schemas != null) {
            return Optional.of(source(state, schemas.output(), path.subList(given.size(), path.size())));
        }
        return Optional.ofNullable(answers.get(state.name())).map(answer -> source(state, answer, path));
    }

    private static Source source(TaskState state, @Nullable SchemaFile schema, List<String> path) {
        return new Source(schema, home(state, schema), path);
    }

    /** Returns where somebody would write the schema of what a state gives, in the folder of those of tasks. */
    private static String home(TaskState state, @Nullable SchemaFile result) {
        return Optional.ofNullable(result)
                .flatMap(SchemaFile::ownName)
                .map(SchemaFile::shared)
                .orElseGet(() -> SidecarSchemas.fileName(state.name()) + ".output.schema.json");
    }
}
