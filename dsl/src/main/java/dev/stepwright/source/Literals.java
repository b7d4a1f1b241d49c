package dev.stepwright.source;

import dev.stepwright.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Constants as Java writes them; all in ASCII, so that a compiler reads them right whatever encoding it expects. */
final class Literals {
    /** A constant in a class file has 65,535 bytes at most, and a character takes up to three. */
    private static final int LONGEST = 20_000;

    private static final int SHORT_JSON = 60;
    private static final Set<String> NAMED_ERRORS = Set.of(
            "ALL",
            "Timeout",
            "HeartbeatTimeout",
            "TaskFailed",
            "Permissions",
            "ResultPathMatchFailure",
            "ParameterPathFailure",
            "BranchFailed",
            "NoChoiceMatched",
            "IntrinsicFailure",
            "QueryEvaluationError",
            "DataLimitExceeded",
            "ExceedToleratedFailureThreshold",
            "ItemReaderFailed",
            "ResultWriterFailed",
            "Runtime");

    private Literals() {}

    /** Returns a string literal; several joined ones if it is too long for one. */
    static Code string(String value) {
        if (value.length() <= LONGEST) {
            return Code.word(quote(value));
        }
        List<Code> parts = new ArrayList<>();
        parts.add(Code.word("\"\""));
        for (int from = 0; from < value.length(); from += LONGEST) {
            parts.add(Code.word(quote(value.substring(from, Math.min(value.length(), from + LONGEST)))));
        }
        return new Code.Call("String.join", parts);
    }

    static String quote(String value) {
        return '"' + escape(value).replace("\"", "\\\"") + '"';
    }

    private static String escape(String value) {
        StringBuilder out = new StringBuilder();
        for (char c : value.toCharArray()) {
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format("\\%03o", (int) c) : ascii(c));
            }
        }
        return out.toString();
    }

    /** Returns a text as code in Javadoc. */
    static String inJavadoc(String text) {
        return text.matches("[A-Za-z0-9 _.-]+")
                ? "{@code " + text + "}"
                : "<code>" + escapedInJavadoc(text) + "</code>";
    }

    /** Returns a text whose signs mean nothing in Javadoc. */
    static String escapedInJavadoc(String text) {
        StringBuilder safe = new StringBuilder();
        text.strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .forEach(c ->
                        safe.append(c > '~' || "&<>@\\*{}".indexOf(c) >= 0 ? "&#" + c + ";" : Character.toString(c)));
        return safe.toString();
    }

    private static String ascii(char c) {
        return c <= '~' ? String.valueOf(c) : String.format("\\u%04x", (int) c);
    }

    /** Returns the text of a JSON value: a string literal if it is short, else a text block. */
    static Code jsonText(JsonNode value) {
        String compact = JsonText.compact(value);
        if (compact.length() <= SHORT_JSON && !compact.contains("\"") || compact.length() > LONGEST) {
            return string(compact);
        }
        if (value.isContainer() && !value.isEmpty()) {
            return block(JsonText.pretty(value));
        }
        return string(compact);
    }

    /** Returns a text block; JSON has no line that ends with white space, since it has no line breaks in strings. */
    private static Code block(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(escape(line).replace("\"\"\"", "\"\"\\\""));
        }
        if (text.endsWith("\"")) {
            int last = lines.size() - 1;
            String line = lines.get(last);
            lines.set(last, line.substring(0, line.length() - 1) + "\\\"");
        }
        return new Code.Block(lines);
    }

    /** Returns a JSON value as an argument of {@code with}. */
    static Code value(JsonNode value) {
        if (value.isString()) {
            return string(value.stringValue());
        }
        if (value.isBoolean() || value.isNull()) {
            return Code.word(value.toString());
        }
        Optional<String> number = number(value);
        return number.isPresent() ? Code.word(number.get()) : Code.call("json", jsonText(value));
    }

    /** Returns a number as a Java literal; empty if it is none, or if Java would make another number of it. */
    static Optional<String> number(JsonNode value) {
        if (!value.isNumber()) {
            return Optional.empty();
        }
        BigDecimal exact = value.decimalValue();
        if (exact.stripTrailingZeros().scale() <= 0 && exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
            long whole = exact.longValueExact();
            return Optional.of(whole == (int) whole ? Long.toString(whole) : whole + "L");
        }
        double nearest = exact.doubleValue();
        return Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(exact) == 0
                ? Optional.of(Double.toString(nearest))
                : Optional.empty();
    }

    /** Returns a whole number of seconds, in the largest unit that has no remainder. */
    static Code duration(long seconds) {
        if (seconds != 0 && seconds % 86_400 == 0) {
            return Code.word("Duration.ofDays(" + seconds / 86_400 + ")");
        }
        if (seconds != 0 && seconds % 3_600 == 0) {
            return Code.word("Duration.ofHours(" + seconds / 3_600 + ")");
        }
        return seconds != 0 && seconds % 60 == 0
                ? Code.word("Duration.ofMinutes(" + seconds / 60 + ")")
                : Code.word("Duration.ofSeconds(" + seconds + (seconds > Integer.MAX_VALUE ? "L)" : ")"));
    }

    /** Returns the name of an error: the constant of {@code Errors} if there is one. */
    static Code error(String name) {
        String states = "States.";
        return name.startsWith(states) && NAMED_ERRORS.contains(name.substring(states.length()))
                ? Code.word("Errors." + Identifiers.constant(name.substring(states.length())))
                : string(name);
    }
}
