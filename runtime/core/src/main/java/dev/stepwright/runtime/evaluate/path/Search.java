package dev.stepwright.runtime.evaluate.path;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One run of a query over a document: what it found and what it may still cost. */
final class Search {
    private final JsonNode document;
    private final int limit;
    private int steps;
    private Outcome outcome = new Outcome();

    /** @param limit how many values may be visited */
    Search(JsonNode document, int limit) {
        this.document = document;
        this.limit = limit;
    }

    JsonNode document() {
        return document;
    }

    void add(JsonNode node) {
        outcome.found.add(node);
    }

    /** Hands a value on, if there is one. */
    void visit(@Nullable JsonNode node, Stage next) {
        spend(1);
        if (node != null) {
            next.accept(node, this);
        }
    }

    /** Takes from what the search may cost. */
    void spend(int cost) {
        steps += cost;
        if (steps > limit || steps < 0) {
            throw new SearchFailure("the path visits more than " + limit + " values of its input");
        }
    }

    /**
     * Notes that a step led nowhere.
     *
     * @param definite whether the path leads to one place up to there
     * @param object whether it was a member that an object does not have
     */
    void miss(boolean definite, boolean object) {
        outcome.lost |= definite;
        outcome.lacking |= definite || object;
    }

    /** Follows a stage from a value, apart from what was found so far. */
    Outcome run(Stage stage, JsonNode from) {
        Outcome outer = outcome;
        Outcome inner = new Outcome();
        outcome = inner;
        stage.accept(from, this);
        outcome = outer;
        return inner;
    }

    /** What one path led to. */
    static final class Outcome {
        private final List<JsonNode> found = new ArrayList<>();
        private boolean lost;
        private boolean lacking;

        List<JsonNode> found() {
            return found;
        }

        /** Returns whether the part of the path that leads to one place led nowhere. */
        boolean isLost() {
            return lost;
        }

        /** Returns whether the path exists: a path to several places does, even if it found none, unless an object lacks a member. */
        boolean exists() {
            return !lacking;
        }
    }

    static JsonNode array(List<JsonNode> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
        array.addAll(values);
        return array;
    }
}
