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
    private List<JsonNode> found = new ArrayList<>();

    /** @param limit how many values may be visited */
    Search(JsonNode document, int limit) {
        this.document = document;
        this.limit = limit;
    }

    JsonNode document() {
        return document;
    }

    void add(JsonNode node) {
        found.add(node);
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

    /** Returns all that a stage finds from a value, apart from what was found so far. */
    List<JsonNode> collect(Stage stage, JsonNode from) {
        List<JsonNode> outer = found;
        List<JsonNode> inner = new ArrayList<>();
        found = inner;
        stage.accept(from, this);
        found = outer;
        return inner;
    }

    static JsonNode array(List<JsonNode> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
        array.addAll(values);
        return array;
    }
}
