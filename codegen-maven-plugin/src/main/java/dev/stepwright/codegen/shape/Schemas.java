package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.Rule;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.json.JsonValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Follows references and {@code allOf}. */
final class Schemas {
    /** How many references one may have to follow; nobody writes more, and a stack does not hold any number. */
    private static final int MAX_STEPS = 200;

    private final SchemaFiles files;
    private final Findings findings;
    private final Map<Set<Place>, Place> joined = new HashMap<>();

    Schemas(SchemaFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Returns the schema at a place. */
    Schema of(Place start) {
        return joined(identity(start), List.of(start));
    }

    /** Returns the schema of a member that several parts of an object may have. */
    Schema member(Schema owner, String name, List<Place> places) {
        List<Place> different = new ArrayList<>();
        for (Place place : places) {
            boolean repeated = different.stream()
                    .anyMatch(each -> each.file().equals(place.file()) && JsonValues.equal(each.node(), place.node()));
            if (!repeated
                    && (places.size() == 1
                            || !of(place).keywords().isEmpty()
                            || !place.node().isObject())) {
                different.add(place);
            }
        }
        if (different.isEmpty()) {
            different.add(places.get(places.size() - 1));
        }
        Set<Place> identities = new LinkedHashSet<>();
        different.forEach(place -> identities.add(identity(place)));
        return identities.size() == 1
                ? joined(identities.iterator().next(), different)
                : once(joined(owner.place().at("properties").at(name), different));
    }

    /** What joins the same parts is the same: a schema that joins itself with others, member by member, would else never end. */
    private Schema once(Schema schema) {
        Place first = joined.putIfAbsent(Set.copyOf(schema.parts()), schema.place());
        return first == null ? schema : schema.as(first);
    }

    /** Returns the schema that demands all that some schemas demand. */
    Schema joined(Place identity, List<Place> starts) {
        Set<Place> parts = new LinkedHashSet<>();
        Walk walk = new Walk(parts, new HashSet<>());
        boolean possible = true;
        for (Place start : starts) {
            possible &= walk.add(start);
        }
        return new Schema(identity, List.copyOf(parts), Set.of(), Set.of(), !possible);
    }

    /** Returns what a schema is the same as that is nothing but a reference. */
    private Place identity(Place start) {
        Set<Place> way = new HashSet<>();
        Place place = start;
        while (way.add(place)) {
            Optional<Place> next = onlyReference(place);
            if (next.isEmpty()) {
                return place;
            }
            place = next.get();
        }
        return start;
    }

    private Optional<Place> onlyReference(Place place) {
        List<String> keywords = Schema.keywords(place);
        if (place.node().has("$ref") && (keywords.size() == 1 || place.file().ignoresBesideReference())) {
            return files.resolve(place, place.node().path("$ref").asString(""));
        }
        boolean joinsOne =
                keywords.equals(List.of("allOf")) && place.node().path("allOf").size() == 1;
        return joinsOne ? Optional.of(place.at("allOf").at(0)) : Optional.empty();
    }

    /** Reports what consists of itself and nothing else. */
    void reportLoop(Place place) {
        findings.error(
                place.node().has("$ref") ? place.at("$ref") : place,
                Rule.UNKNOWN_REFERENCE,
                "this refers to itself by \"$ref\" or \"allOf\" alone; move it into a member of an object");
    }

    /** One walk through all that a schema joins. */
    private final class Walk {
        private final Set<Place> parts;
        private final Set<Place> way;

        Walk(Set<Place> parts, Set<Place> way) {
            this.parts = parts;
            this.way = way;
        }

        /** Adds the parts from a place on; returns whether there is a value that they may all allow. */
        boolean add(Place place) {
            JsonNode node = place.node();
            if (!node.isObject()) {
                return node.isBoolean() && node.booleanValue();
            }
            if (parts.contains(place)) {
                return true;
            }
            if (!way.add(place)) {
                reportLoop(place);
                return true;
            }
            if (way.size() > MAX_STEPS) {
                findings.error(
                        place,
                        Rule.NOT_SUPPORTED,
                        "more than " + MAX_STEPS
                                + " schemas refer to each other to get here; refer to this one directly");
                return true;
            }
            boolean possible = addJoined(place);
            way.remove(place);
            boolean demandsMore = Schema.keywords(place).stream()
                    .anyMatch(keyword -> !keyword.equals("$ref") && !keyword.equals("allOf"));
            if (demandsMore && !(node.has("$ref") && place.file().ignoresBesideReference())) {
                parts.add(place);
            }
            return possible;
        }

        private boolean addJoined(Place place) {
            boolean possible = true;
            if (place.node().has("$ref")) {
                Optional<Place> target =
                        files.resolve(place, place.node().path("$ref").asString(""));
                possible = target.isEmpty() || add(target.get());
                if (place.file().ignoresBesideReference()) {
                    warnOfIgnored(place);
                    return possible;
                }
            }
            for (int i = 0; i < place.node().path("allOf").size(); i++) {
                possible &= add(place.at("allOf").at(i));
            }
            return possible;
        }

        private void warnOfIgnored(Place place) {
            for (String keyword : Schema.keywords(place)) {
                if (!keyword.equals("$ref")) {
                    findings.warning(
                            place.at(keyword),
                            Rule.NOT_CHECKED,
                            "drafts before 2019-09 ignore \"" + keyword
                                    + "\" beside \"$ref\"; put both into an \"allOf\", or use draft 2020-12");
                }
            }
        }
    }
}
