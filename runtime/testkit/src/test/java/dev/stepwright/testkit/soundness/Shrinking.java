package dev.stepwright.testkit.soundness;

import dev.stepwright.jsonata.syntax.Parser;
import dev.stepwright.jsonata.syntax.ProblemList;
import dev.stepwright.jsonata.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a trial that fails smaller as long as it fails: leaves out members and elements, ends states early. */
final class Shrinking {
    private static final int MOST_TRIES = 3_000;

    private final Predicate<Trial> fails;
    private int tries;

    private Shrinking(Predicate<Trial> fails) {
        this.fails = fails;
    }

    /** Returns the smallest trial found. */
    static Trial of(Trial failing, Predicate<Trial> fails) {
        return new Shrinking(fails).shrink(failing);
    }

    private Trial shrink(Trial failing) {
        Trial smallest = failing;
        boolean smaller = true;
        while (smaller && tries < MOST_TRIES) {
            smaller = false;
            int size = size(smallest.definition());
            for (ObjectNode candidate : candidates(smallest.definition())) {
                Trial trial = smallest.with(candidate);
                if (size(candidate) < size && tries++ < MOST_TRIES && fails.test(trial)) {
                    smallest = trial;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static int size(ObjectNode definition) {
        return definition.toString().length();
    }

    private static List<ObjectNode> candidates(ObjectNode definition) {
        List<JsonPointer> places = new ArrayList<>();
        collect(definition, JsonPointer.empty(), places);
        List<ObjectNode> candidates = new ArrayList<>();
        for (JsonPointer place : places) {
            candidates.add(without(definition, place));
            String name = place.last().getMatchingProperty();
            JsonNode value = definition.at(place);
            if (name.equals("Next") && definition.at(place.head()).has("Type")) {
                ObjectNode ended = without(definition, place);
                ((ObjectNode) ended.at(place.head())).put("End", true);
                candidates.add(ended);
            } else if (name.equals("StartAt")) {
                definition
                        .at(place.head())
                        .path("States")
                        .propertyNames()
                        .forEach(state -> candidates.add(with(definition, place, state)));
            } else if (value.isString() && value.stringValue().startsWith("{%")) {
                parts(value.stringValue()).forEach(part -> candidates.add(with(definition, place, part)));
            }
        }
        candidates.forEach(Reached::keep);
        return candidates;
    }

    /** Returns the parts of an expression, as expressions. */
    private static List<String> parts(String expression) {
        Syntax syntax = Parser.parse(expression.substring(2, expression.length() - 2), new ProblemList());
        return syntax.children().stream()
                .map(part -> "{% " + part.text() + " %}")
                .filter(part -> part.length() < expression.length())
                .toList();
    }

    private static ObjectNode with(ObjectNode definition, JsonPointer place, String text) {
        ObjectNode copy = definition.deepCopy();
        if (copy.at(place.head()) instanceof ObjectNode object) {
            object.put(place.last().getMatchingProperty(), text);
        } else {
            ((ArrayNode) copy.at(place.head())).set(place.last().getMatchingIndex(), text);
        }
        return copy;
    }

    private static ObjectNode without(ObjectNode definition, JsonPointer place) {
        ObjectNode copy = definition.deepCopy();
        JsonNode holder = copy.at(place.head());
        if (holder instanceof ObjectNode object) {
            object.remove(place.last().getMatchingProperty());
        } else {
            ((ArrayNode) holder).remove(place.last().getMatchingIndex());
        }
        return copy;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                places.add(at.appendProperty(member.getKey()));
                collect(member.getValue(), at.appendProperty(member.getKey()), places);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                places.add(at.appendIndex(i));
                collect(node.get(i), at.appendIndex(i), places);
            }
        }
    }
}
