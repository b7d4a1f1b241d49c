package dev.stepwright.codegen.infer;

import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.types.report.Provenance;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A value that a machine or a method takes or gives, or a part of one.
 *
 * @param schema of the whole; null if nothing is known of it
 * @param home where somebody would write that, from the folder of the schemas of tasks
 * @param path the steps from the whole to the value
 */
record ValueSource(SchemaFiles files, @Nullable SchemaFile schema, String home, List<String> path) {
    private static final int MAX_STEPS = 10;
    /** How many parts of a schema are looked into; nobody writes more, and a stack does not hold any number. */
    private static final int MAX_PARTS = 200;

    private static final List<String> CHOICES = List.of("enum", "allOf", "anyOf", "oneOf");
    private static final List<String> BESIDE = List.of(
            "properties", "prefixItems", "items", "type", "additionalProperties", "enum", "allOf", "anyOf", "oneOf");

    Optional<SchemaFile> whole() {
        return path.isEmpty() ? Optional.ofNullable(schema) : Optional.empty();
    }

    /** Returns the elements of an array. */
    ValueSource elements() {
        return new ValueSource(
                files,
                schema,
                home,
                Stream.concat(path.stream(), Stream.of(Provenance.ELEMENT)).toList());
    }

    /**
     * Returns where the schema of the value is, if it says more than what the definition tells of it.
     *
     * @param part what the definition tells
     */
    Optional<Place> type(JsonNode part) {
        return place().filter(each -> {
            Place place = followed(each);
            JsonNode node = place.node();
            if (place.file().isInferred()) {
                return isType(part) && isType(node);
            }
            return WrittenScalar.is(part)
                    ? WrittenScalar.saysMore(node)
                    : part.isObject() && !node.isEmpty() && !WrittenScalar.isConstant(node);
        });
    }

    /** Returns whether an inferred schema has a class that is called after where it stands. */
    private static boolean isType(JsonNode schema) {
        return schema.has("properties") || schema.has("prefixItems");
    }

    /** Returns whether a schema has a class of its own, as scalars, lists and maps have none. */
    boolean isClass(Place place) {
        JsonNode node = followed(place).node();
        return isType(node)
                || CHOICES.stream().anyMatch(node::has)
                || node.path("type").isArray();
    }

    /** Returns where the schema of the value is. */
    Optional<Place> place() {
        if (schema == null) {
            return Optional.empty();
        }
        Optional<Place> place = Optional.of(schema.root());
        for (String step : path) {
            place = place.flatMap(holder -> within(holder, step, new HashSet<>()));
        }
        return place;
    }

    /** Returns what is a step further: it stands there, or in one part alone of those that the schema is joined or chosen of. */
    private Optional<Place> within(Place holder, String step, Set<Place> seen) {
        Place own = step.equals(Provenance.ELEMENT)
                ? holder.at("items")
                : holder.at("properties").at(step);
        if (own.node().isObject()) {
            return Optional.of(own);
        }
        List<Place> found = parts(holder)
                .filter(part -> seen.size() < MAX_PARTS && seen.add(part))
                .flatMap(part -> within(part, step, seen).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Stream<Place> parts(Place holder) {
        Stream<Place> joined = Stream.of("allOf", "anyOf", "oneOf")
                .map(holder::at)
                .flatMap(all -> IntStream.range(0, all.node().size()).mapToObj(all::at));
        return Stream.concat(referred(holder).stream(), joined);
    }

    private Optional<Place> referred(Place place) {
        String reference = place.node().path("$ref").asString("");
        return reference.isEmpty() ? Optional.empty() : files.find(place, reference);
    }

    /** Returns what a schema is that may be nothing but a reference. */
    Place followed(Place start) {
        Place place = start;
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            Optional<Place> next = isJoined(place) ? Optional.empty() : referred(place);
            if (next.isEmpty()) {
                return place;
            }
            place = next.get();
        }
        return place;
    }

    /** Returns whether a schema says something of the value itself, whatever it refers to. */
    private static boolean isJoined(Place place) {
        return !place.file().ignoresBesideReference() && BESIDE.stream().anyMatch(place.node()::has);
    }

    /**
     * Returns how a schema refers to a part of that of the whole.
     *
     * @param folder where it would be written: the way to there from the folder of the machine, either empty or with a slash at its end
     */
    String reference(JsonPointer part, String folder) {
        try {
            URI relative = new URI(null, null, home, part.matches() ? null : part.toString());
            return folder.isEmpty()
                    ? relative.toString()
                    : new URI(null, null, folder, null).resolve(relative).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every relative path is a URI", e);
        }
    }
}
