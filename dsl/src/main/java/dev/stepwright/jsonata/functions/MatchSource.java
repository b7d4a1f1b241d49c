package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.regex.Regex;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import java.util.ArrayList;
import java.util.List;
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
                Regex.Found found = matches.next();
                return found == null ? null : new RegexMatch(text, found);
            };
        }
        return new Protocol(matcher, StringNode.valueOf(text), evaluation);
    }

    /** One match. */
    interface Match {
        String text();

        int start();

        int end();

        JsonNode index();

        JsonNode groups();

        List<String> groupTexts();

        JsonNode asObject(Evaluation evaluation);
    }

    /** A match of a regular expression. */
    record RegexMatch(String subject, Regex.Found found) implements Match {
        @Override
        public String text() {
            return subject.substring(found.start(), found.end());
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
        public JsonNode index() {
            return Numbers.of(found.start());
        }

        @Override
        public JsonNode groups() {
            return Regex.groups(found);
        }

        @Override
        public List<String> groupTexts() {
            List<String> texts = new ArrayList<>();
            for (String group : found.groups()) {
                texts.add(group == null ? "" : group);
            }
            return texts;
        }

        @Override
        public JsonNode asObject(Evaluation evaluation) {
            return Regex.object(subject, found, evaluation);
        }
    }

    /** A match that a function gave. */
    record ObjectMatch(JsonNode object, int length) implements Match {
        @Override
        public String text() {
            return object.path("match").asString("");
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
            return place.isNumber() ? (int) Math.max(0, Math.min(length, Numbers.toDouble(place))) : 0;
        }

        @Override
        public JsonNode index() {
            return object.path("start");
        }

        @Override
        public JsonNode groups() {
            return object.path("groups");
        }

        @Override
        public List<String> groupTexts() {
            List<String> texts = new ArrayList<>();
            groups().forEach(group -> texts.add(group.asString("")));
            return texts;
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
