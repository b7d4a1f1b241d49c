package dev.stepwright.jsonata.regex;

import dev.stepwright.jsonata.error.JsonataException;
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

/** The matches of a regular expression. */
final class RegexMatches implements Matches {
    private static final int[] NONE = {0, 0};
    private static final String[] RESULT = {"match", "index", "groups"};
    private static final int FRAME = 64; // of a match that is written out, apart from its texts
    private static final int ELEMENT = 8;

    private final Regex regex;
    private final String text;
    private final Evaluation evaluation;
    private Search search;
    private int[] bounds = NONE;
    private boolean begun;

    RegexMatches(Regex regex, String text, Evaluation evaluation) {
        this.regex = regex;
        this.text = text;
        this.evaluation = evaluation;
        this.search = regex.search(text, evaluation);
    }

    /** @throws JsonataException D1004 if the match is empty and not the first */
    @Override
    public boolean next() {
        evaluation.step();
        int from = end();
        if (begun && from >= text.length() || !find(from)) {
            return false;
        }
        bounds = search.bounds();
        if (begun && length() == 0) {
            throw JsonataException.of("D1004", regex.source());
        }
        begun = true;
        return true;
    }

    private boolean find(int from) {
        boolean found = search.find(from);
        if (search instanceof FlatMatcher flat && flat.isUnsuitable()) {
            search = regex.withoutFlat(text);
            return search.find(from);
        }
        return found;
    }

    @Override
    public String text() {
        return text.substring(start(), end());
    }

    @Override
    public int length() {
        return end() - start();
    }

    @Override
    public int start() {
        return bounds[0];
    }

    @Override
    public int end() {
        return bounds[1];
    }

    @Override
    public int groupCount() {
        return bounds.length / 2 - 1;
    }

    @Override
    public void appendGroup(int index, StringBuilder out) {
        int from = bounds[2 * index];
        if (from >= 0) {
            out.append(text, from, bounds[2 * index + 1]);
        }
    }

    /** Returns a result already if every group took part. */
    @Override
    public BuiltObject asResult() {
        evaluation.chargeMembers(RESULT.length + groupCount());
        long length = lengthWithGroups();
        evaluation.charge(length);
        JsonNode[] values = {StringNode.valueOf(text()), Numbers.of(start()), groups()};
        if (values[2] instanceof Sequence) {
            return BuiltObject.of(RESULT, values);
        }
        return BuiltObject.ofResults(FRAME + length + (long) ELEMENT * groupCount(), RESULT, values);
    }

    /** Returns how many characters the match and all of its groups have together. */
    private long lengthWithGroups() {
        long length = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            length += bounds[i + 1] - bounds[i];
        }
        return length;
    }

    @Override
    public BuiltObject asObject() {
        BuiltObject match = BuiltObject.ofCapacity(5);
        evaluation.chargeMembers(4 + groupCount());
        evaluation.chargeText(length());
        match.members().put("match", StringNode.valueOf(text()));
        match.members().put("start", Numbers.of(start()));
        match.members().put("end", Numbers.of(end()));
        match.members().put("groups", groups());
        return match;
    }

    /** Returns all groups as an array; one that took no part is undefined. */
    private JsonNode groups() {
        List<JsonNode> groups = new ArrayList<>(groupCount());
        boolean complete = true;
        for (int i = 2; i < bounds.length; i += 2) {
            complete &= bounds[i] >= 0;
            groups.add(bounds[i] < 0 ? Undefined.VALUE : StringNode.valueOf(text.substring(bounds[i], bounds[i + 1])));
        }
        return complete ? new ArrayNode(JsonNodeFactory.instance, groups) : Sequence.array(groups);
    }
}
