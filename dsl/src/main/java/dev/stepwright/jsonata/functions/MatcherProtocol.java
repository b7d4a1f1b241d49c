package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.regex.Matches;
import dev.stepwright.jsonata.value.BuiltObject;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Undefined;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The matches that a function finds: it gives the first one as an object, whose {@code next} gives the one after it. */
final class MatcherProtocol implements Matches {
    private static final String[] RESULT = {"match", "index", "groups"};

    private final Evaluation evaluation;
    private final int longest;
    private JsonNode function;
    private JsonNode[] arguments;
    private JsonNode match = Undefined.VALUE;

    MatcherProtocol(JsonNode function, String text, Evaluation evaluation) {
        this.function = function;
        this.arguments = new JsonNode[] {StringNode.valueOf(text)};
        this.longest = text.length();
        this.evaluation = evaluation;
    }

    @Override
    public boolean next() {
        if (!(function instanceof FunctionValue matcher)) {
            throw JsonataException.of("T1010");
        }
        match = Sequence.collapse(evaluation.callBack(matcher, arguments));
        if (match.isMissingNode()) {
            return false;
        }
        function = match.path("next");
        arguments = new JsonNode[0];
        boolean isMatch = match.path("start").isNumber()
                || match.path("end").isNumber()
                || match.path("groups").isArray()
                || function instanceof FunctionValue;
        if (!isMatch) {
            throw JsonataException.of("T1010");
        }
        return true;
    }

    @Override
    public String text() {
        return match.path("match").asString("");
    }

    @Override
    public int length() {
        return text().length();
    }

    @Override
    public int start() {
        return place("start");
    }

    @Override
    public int end() {
        return place("end");
    }

    private int place(String member) {
        JsonNode place = match.path(member);
        return place.isNumber() ? (int) Math.max(0, Math.min(longest, Numbers.toDouble(place))) : 0;
    }

    private JsonNode groups() {
        return match.path("groups");
    }

    @Override
    public int groupCount() {
        return groups().size();
    }

    @Override
    public void appendGroup(int index, StringBuilder out) {
        out.append(groups().path(index - 1).asString(""));
    }

    @Override
    public JsonNode asResult() {
        evaluation.chargeMembers(RESULT.length);
        return BuiltObject.of(RESULT, StringNode.valueOf(text()), match.path("start"), groups());
    }

    @Override
    public JsonNode asObject() {
        return match;
    }
}
