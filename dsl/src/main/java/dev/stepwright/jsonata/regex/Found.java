package dev.stepwright.jsonata.regex;

import dev.stepwright.jsonata.value.BuiltObject;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Undefined;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** One match of a regular expression in a text. */
public final class Found {
    private static final String[] MATCH = {"match", "index", "groups"};
    private static final int FRAME = 64; // of a match that is written out, apart from its texts
    private static final int ELEMENT = 8;

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
        return text.substring(start(), end());
    }

    /** Returns how many groups the pattern has. */
    public int groupCount() {
        return bounds.length / 2 - 1;
    }

    /** Appends the text of a group. */
    public void appendGroup(int index, StringBuilder out) {
        int from = bounds[2 * index];
        if (from >= 0) {
            out.append(text, from, bounds[2 * index + 1]);
        }
    }

    /** Returns how many characters the match and all of its groups have together. */
    private long length() {
        long length = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            length += bounds[i + 1] - bounds[i];
        }
        return length;
    }

    /** Returns the match as an object with {@code match}, {@code index} and {@code groups}, a result already if every group took part. */
    public BuiltObject asResult(Evaluation evaluation) {
        evaluation.chargeMembers(MATCH.length + groupCount());
        long length = length();
        evaluation.charge(length);
        JsonNode[] values = {StringNode.valueOf(text()), Numbers.of(start()), groups()};
        if (values[2] instanceof Sequence) {
            return BuiltObject.of(MATCH, values);
        }
        return BuiltObject.ofResults(FRAME + length + (long) ELEMENT * groupCount(), MATCH, values);
    }

    /** Returns all groups as an array; one that took no part is undefined. */
    public JsonNode groups() {
        List<JsonNode> groups = new ArrayList<>(groupCount());
        boolean complete = true;
        for (int i = 2; i < bounds.length; i += 2) {
            complete &= bounds[i] >= 0;
            groups.add(bounds[i] < 0 ? Undefined.VALUE : StringNode.valueOf(text.substring(bounds[i], bounds[i + 1])));
        }
        return complete ? new ArrayNode(JsonNodeFactory.instance, groups) : Sequence.array(groups);
    }
}
