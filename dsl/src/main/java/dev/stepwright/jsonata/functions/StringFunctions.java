package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.TextForm;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Strings. Lengths and places count code points. */
final class StringFunctions {
    private StringFunctions() {}

    static void addTo(Registry registry) {
        registry.add(1, "string", "<x-b?:s>", (a, c, e) -> string(a, e));
        registry.onDefined("length", "<s-:n>", (a, c, e) -> length(a[0].stringValue()));
        registry.onDefined("substring", "<s-nn?:s>", (a, c, e) -> substring(a[0].stringValue(), a[1], a[2], e));
        registry.onDefined("substringBefore", "<s-s:s>", (a, c, e) -> part(a, e, true));
        registry.onDefined("substringAfter", "<s-s:s>", (a, c, e) -> part(a, e, false));
        registry.onDefined("lowercase", "<s-:s>", (a, c, e) -> map(a[0], e, text -> text.toLowerCase(Locale.ROOT)));
        registry.onDefined("uppercase", "<s-:s>", (a, c, e) -> map(a[0], e, text -> text.toUpperCase(Locale.ROOT)));
        registry.onDefined("trim", "<s-:s>", (a, c, e) -> map(a[0], e, StringFunctions::trim));
        registry.onDefined("pad", "<s-ns?:s>", (a, c, e) -> pad(a[0].stringValue(), a[1], a[2], e));
        registry.onDefined("join", "<a<s>s?:s>", (a, c, e) -> join(a[0], a[1].asString(""), e));
    }

    static JsonNode text(String text, Evaluation evaluation) {
        evaluation.chargeText(text.length());
        return StringNode.valueOf(text);
    }

    private static JsonNode map(JsonNode value, Evaluation evaluation, UnaryOperator<String> change) {
        evaluation.steps(value.stringValue().length() / 64);
        return text(change.apply(value.stringValue()), evaluation);
    }

    private static JsonNode string(JsonNode[] arguments, Evaluation evaluation) {
        JsonNode value = arguments[0];
        if (value.isMissingNode() || value.isString()) {
            return value;
        }
        boolean pretty = arguments[1].isBoolean() && arguments[1].booleanValue();
        return StringNode.valueOf(TextForm.of(value, pretty, evaluation));
    }

    private static JsonNode length(String text) {
        return Numbers.of(text.codePointCount(0, text.length()));
    }

    private static JsonNode substring(String text, JsonNode start, JsonNode length, Evaluation evaluation) {
        int size = text.codePointCount(0, text.length());
        double first = start.isMissingNode() ? 0 : Numbers.toDouble(start);
        first = size + first < 0 ? 0 : first;
        double end = size;
        if (!length.isMissingNode()) {
            if (Numbers.toDouble(length) <= 0 || start.isMissingNode()) {
                return StringNode.valueOf("");
            }
            end = (first >= 0 ? first : size + first) + Numbers.toDouble(length);
        }
        int from = place(first, size);
        int to = place(end, size);
        if (from >= to) {
            return StringNode.valueOf("");
        }
        int begin = text.offsetByCodePoints(0, from);
        return text(text.substring(begin, text.offsetByCodePoints(begin, to - from)), evaluation);
    }

    /** A place counted from the start, or from the end if it is negative. */
    private static int place(double place, int size) {
        double whole = place < 0 ? Math.ceil(place) : Math.floor(place);
        return (int) Math.min(size, Math.max(0, whole < 0 ? size + whole : whole));
    }

    private static JsonNode part(JsonNode[] arguments, Evaluation evaluation, boolean before) {
        String text = arguments[0].stringValue();
        // An undefined separator is looked for by its name, as in the reference implementation.
        String separator = arguments[1].isMissingNode() ? "undefined" : arguments[1].stringValue();
        int at = text.indexOf(separator);
        if (at < 0) {
            return arguments[0];
        }
        return text(before ? text.substring(0, at) : text.substring(at + separator.length()), evaluation);
    }

    private static String trim(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (" \t\n\r".indexOf(c) < 0) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    private static JsonNode pad(String text, JsonNode width, JsonNode with, Evaluation evaluation) {
        String filling = with.asString("");
        double wanted = width.isMissingNode() ? 0 : Numbers.toDouble(width);
        long missing = (long) Math.abs(wanted) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return StringNode.valueOf(text);
        }
        evaluation.chargeText(missing + text.length());
        int[] points = (filling.isEmpty() ? " " : filling).codePoints().toArray();
        StringBuilder padding = new StringBuilder();
        for (int i = 0; i < missing; i++) {
            padding.appendCodePoint(points[i % points.length]);
        }
        return StringNode.valueOf(wanted > 0 ? text + padding : padding + text);
    }

    private static JsonNode join(JsonNode strings, String separator, Evaluation evaluation) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < strings.size(); i++) {
            evaluation.step();
            out.append(i == 0 ? "" : separator).append(strings.get(i).stringValue());
            if (out.length() > evaluation.bounds().characters()) {
                evaluation.chargeText(out.length());
            }
        }
        return text(out.toString(), evaluation);
    }
}
