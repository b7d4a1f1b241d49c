package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.regex.Found;
import dev.stepwright.jsonata.regex.Regex;
import dev.stepwright.jsonata.value.BuiltObject;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Gives one match after the other, of a regular expression or of a function that follows the protocol of matchers. */
interface MatchSource {
    /** Returns the next match, or null. */
    @Nullable
    Match next();

    static MatchSource of(JsonNode matcher, String text, Evaluation evaluation) {
        if (matcher instanceof Regex regex) {
            Regex.Matches matches = regex.in(text, evaluation);
            return () -> {
                Found found = matches.next();
                return found == null ? null : new RegexMatch(found);
            };
        }
        return new Protocol(matcher, StringNode.valueOf(text), evaluation);
    }

    /** One match. */
    interface Match {
        String text();

        /** Returns how many characters {@link #text} has. */
        int length();

        int start();

        int end();

        int groupCount();

        /** Appends the text of a group, counted from 1; nothing if it took no part. */
        void appendGroup(int index, StringBuilder out);

        /** Returns what {@code $match} gives. */
        JsonNode asResult(Evaluation evaluation);

        /** Returns what is handed to a function. */
        JsonNode asObject(Evaluation evaluation);
    }

    /** A match of a regular expression. */
    record RegexMatch(Found found) implements Match {
        @Override
        public String text() {
            return found.text();
        }

        @Override
        public int length() {
            return found.end() - found.start();
        }

        @Override
        public int start() {
            return found.start();
        }

        @Override
        public int end() {
            return found.end();
        }

        @Override
        public int groupCount() {
            return found.groupCount();
        }

        @Override
        public void appendGroup(int index, StringBuilder out) {
            found.appendGroup(index, out);
        }

        @Override
        public JsonNode asResult(Evaluation evaluation) {
            return found.asResult(evaluation);
        }

        @Override
        public JsonNode asObject(Evaluation evaluation) {
            return Regex.object(found, evaluation);
        }
    }

    /** A match that a function gave. */
    record ObjectMatch(JsonNode object, int longest) implements Match {
        private static final String[] MATCH = {"match", "index", "groups"};

        @Override
        public String text() {
            return object.path("match").asString("");
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
            JsonNode place = object.path(member);
            return place.isNumber() ? (int) Math.max(0, Math.min(longest, Numbers.toDouble(place))) : 0;
        }

        private JsonNode groups() {
            return object.path("groups");
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
        public JsonNode asResult(Evaluation evaluation) {
            evaluation.chargeMembers(MATCH.length);
            return BuiltObject.of(MATCH, StringNode.valueOf(text()), object.path("start"), groups());
        }

        @Override
        public JsonNode asObject(Evaluation evaluation) {
            return object;
        }
    }

    /** Calls the function, then the {@code next} of each match. */
    final class Protocol implements MatchSource {
        private final Evaluation evaluation;
        private final int length;
        private JsonNode function;
        private JsonNode[] arguments;

        Protocol(JsonNode function, JsonNode text, Evaluation evaluation) {
            this.function = function;
            this.arguments = new JsonNode[] {text};
            this.length = text.stringValue().length();
            this.evaluation = evaluation;
        }

        @Override
        public @Nullable Match next() {
            if (!(function instanceof FunctionValue matcher)) {
                throw JsonataException.of("T1010");
            }
            JsonNode object = Sequence.collapse(evaluation.callBack(matcher, arguments));
            if (object.isMissingNode()) {
                return null;
            }
            function = object.path("next");
            arguments = new JsonNode[0];
            boolean matches = object.path("start").isNumber()
                    || object.path("end").isNumber()
                    || object.path("groups").isArray()
                    || function instanceof FunctionValue;
            if (!matches) {
                throw JsonataException.of("T1010");
            }
            return new ObjectMatch(object, length);
        }
    }
}
