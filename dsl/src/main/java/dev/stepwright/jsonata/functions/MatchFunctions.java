package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.regex.Matches;
import dev.stepwright.jsonata.regex.Regex;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Undefined;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** Functions that look for a text, a regular expression or whatever a matcher function finds. */
final class MatchFunctions {
    private MatchFunctions() {}

    static void addTo(Registry registry) {
        registry.onDefined("match", "<s-f<s:o>n?:a<o>>", (a, c, e) -> match(a, e));
        registry.onDefined("contains", "<s-(sf):b>", (a, c, e) -> contains(a, e));
        registry.onDefined("replace", "<s-(sf)(sf)n?:s>", (a, c, e) -> replace(a, e));
        registry.onDefined("split", "<s-(sf)n?:a<s>>", (a, c, e) -> split(a, e));
    }

    /** How often to do it: without a limit as often as possible. */
    private static double limit(JsonNode limit, String code) {
        if (!limit.isMissingNode() && Numbers.toDouble(limit) < 0) {
            throw JsonataException.of(code, limit);
        }
        return limit.isMissingNode() ? Double.POSITIVE_INFINITY : Numbers.toDouble(limit);
    }

    private static Matches matches(JsonNode matcher, String text, Evaluation evaluation) {
        return matcher instanceof Regex regex
                ? regex.in(text, evaluation)
                : new MatcherProtocol(matcher, text, evaluation);
    }

    private static JsonNode match(JsonNode[] arguments, Evaluation evaluation) {
        double limit = limit(arguments[2], "D3040");
        Sequence result = Sequence.empty();
        if (limit <= 0) {
            return result;
        }
        Matches matches = matches(arguments[1], arguments[0].stringValue(), evaluation);
        while (matches.next() && result.size() < limit) {
            evaluation.append(result, matches.asResult());
        }
        return result;
    }

    private static JsonNode contains(JsonNode[] arguments, Evaluation evaluation) {
        JsonNode token = arguments[1];
        if (token.isMissingNode()) {
            return token;
        }
        String text = arguments[0].stringValue();
        evaluation.steps(text.length() / 64);
        if (token instanceof Regex regex) {
            return BooleanNode.valueOf(regex.isIn(text, evaluation));
        }
        boolean found = token instanceof FunctionValue
                ? matches(token, text, evaluation).next()
                : text.contains(token.stringValue());
        return BooleanNode.valueOf(found);
    }

    private static JsonNode split(JsonNode[] arguments, Evaluation evaluation) {
        String text = arguments[0].stringValue();
        double limit = limit(arguments[2], "D3020");
        Sequence result = Sequence.array(new ArrayList<>());
        if (!(arguments[1] instanceof FunctionValue)) {
            splitByText(text, arguments[1], Math.floor(limit), result, evaluation);
            return result;
        }
        if (limit <= 0) {
            return result;
        }
        Matches matches = matches(arguments[1], text, evaluation);
        int start = 0;
        while (matches.next() && result.size() < limit) {
            add(result, text.substring(start, Math.max(start, matches.start())), evaluation);
            start = matches.end();
        }
        if (result.size() < limit) {
            add(result, text.substring(start), evaluation);
        }
        return result;
    }

    private static void splitByText(
            String text, JsonNode separator, double limit, Sequence result, Evaluation evaluation) {
        if (separator.isMissingNode()) {
            add(result, text, evaluation);
            return;
        }
        String between = separator.stringValue();
        int start = 0;
        while (start <= text.length() && result.size() < limit) {
            int at = between.isEmpty() ? start + 1 : text.indexOf(between, start);
            boolean last = at < 0 || between.isEmpty() && at >= text.length();
            if (!(between.isEmpty() && text.isEmpty())) {
                add(result, text.substring(start, last ? text.length() : at), evaluation);
            }
            if (last) {
                return;
            }
            start = at + between.length();
        }
    }

    private static void add(Sequence result, String part, Evaluation evaluation) {
        evaluation.step();
        evaluation.append(result, StringFunctions.text(part, evaluation));
    }

    private static JsonNode replace(JsonNode[] arguments, Evaluation evaluation) {
        JsonNode pattern = arguments[1];
        if (pattern.isString() && pattern.stringValue().isEmpty()) {
            throw JsonataException.of("D3010", pattern);
        }
        double limit = limit(arguments[3], "D3011");
        String text = arguments[0].stringValue();
        if (limit <= 0 || pattern.isMissingNode()) {
            return arguments[0];
        }
        return pattern instanceof FunctionValue
                ? replaceMatches(text, arguments, limit, evaluation)
                : replaceText(text, arguments, limit, evaluation);
    }

    private static JsonNode replaceText(String text, JsonNode[] arguments, double limit, Evaluation evaluation) {
        String pattern = arguments[1].stringValue();
        String replacement = arguments[2].isString() ? arguments[2].stringValue() : "";
        StringBuilder out = new StringBuilder();
        int from = 0;
        int at = text.indexOf(pattern);
        for (int count = 0; at >= 0 && count < limit; count++) {
            append(out, text.substring(from, at), evaluation);
            append(out, replacement, evaluation);
            from = at + pattern.length();
            at = text.indexOf(pattern, from);
        }
        append(out, text.substring(from), evaluation);
        return StringFunctions.text(out.toString(), evaluation);
    }

    private static void append(StringBuilder out, String part, Evaluation evaluation) {
        out.append(part);
        appended(out, evaluation);
    }

    private static void appended(StringBuilder out, Evaluation evaluation) {
        evaluation.step();
        if (out.length() > evaluation.bounds().characters()) {
            evaluation.chargeText(out.length());
        }
    }

    private static JsonNode replaceMatches(String text, JsonNode[] arguments, double limit, Evaluation evaluation) {
        Matches matches = matches(arguments[1], text, evaluation);
        ReplacementText template = arguments[2].isString() ? new ReplacementText(arguments[2].stringValue()) : null;
        StringBuilder out = new StringBuilder(text.length() + text.length() / 4 + 16);
        int from = 0;
        for (int count = 0; matches.next() && count < limit; count++) {
            out.append(text, from, Math.max(from, matches.start()));
            if (template != null) {
                template.appendTo(out, matches);
            } else {
                out.append(replacement(matches, arguments[2], evaluation));
            }
            appended(out, evaluation);
            from = Math.min(text.length(), matches.start() + matches.length());
        }
        out.append(text, from, text.length());
        return StringFunctions.text(out.toString(), evaluation);
    }

    private static String replacement(Matches match, JsonNode replacement, Evaluation evaluation) {
        @Nullable FunctionValue function = replacement instanceof FunctionValue value ? value : null;
        JsonNode text = function == null ? Undefined.VALUE : evaluation.callBack(function, match.asObject());
        if (!text.isString()) {
            throw JsonataException.of("D3012", text);
        }
        return text.stringValue();
    }
}
