package dev.stepwright.jsonata.regex;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** One match of a regular expression in a text. */
public final class Found {
    private final String text;
    private final int[] bounds;

    /** @param bounds where the match begins and ends, then each group; negative for a group that took no part */
    Found(String text, int[] bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    public int start() {
        return bounds[0];
    }

    public int end() {
        return bounds[1];
    }

    /** Returns the text that matched. */
    public String text() {
        return group(0);
    }

    /** Returns how many groups the pattern has. */
    public int groupCount() {
        return bounds.length / 2 - 1;
    }

    /**
     * Returns the text of a group, empty if it took no part.
     *
     * @param index 0 for the whole match
     */
    public String group(int index) {
        int from = bounds[2 * index];
        return from < 0 ? "" : text.substring(from, bounds[2 * index + 1]);
    }

    /** Appends the text of a group. */
    public void appendGroup(int index, StringBuilder out) {
        int from = bounds[2 * index];
        if (from >= 0) {
            out.append(text, from, bounds[2 * index + 1]);
        }
    }

    /** Returns all groups as an array. */
    public JsonNode groups() {
        int count = groupCount();
        List<JsonNode> groups = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            groups.add(StringNode.valueOf(group(i)));
        }
        return new ArrayNode(JsonNodeFactory.instance, groups);
    }
}
