package dev.stepwright.server.trial;

import dev.stepwright.server.api.ApiError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What one operation of a service answers, as lines of its {@linkplain ResultModels table}: members after the name of the operation or, with
 * {@code @} before it, of a structure, and words after that of a text, with {@code |} before it. A member is {@code NAME} for a text, or
 * {@code NAME:TYPE}, with {@code !} after the name of one that is required.
 *
 * <p>A type is {@code b} for a boolean, {@code n}, {@code n>=LEAST<=MOST} for a number, {@code s>=LEAST} for a text of that length, {@code x}
 * for anything, {@code [TYPE} for a list, <code>{TYPE</code> for a map, or the name of a structure or a text with words.
 *
 * @param lines what follows the name in each line of the service
 * @param operation its name in a {@code Resource}
 */
record ResultModel(Map<String, String> lines, String operation) {
    private static final Pattern WORDS_END = Pattern.compile("\\|");

    private static final Pattern LIMIT = Pattern.compile("(?=[<>]=)");

    /**
     * Checks a mocked result. Members that the model does not have are not regarded.
     *
     * @param isStrict whether required members must be there
     * @throws ApiError in the words of AWS if it does not fit
     */
    void check(JsonNode result, boolean isStrict) {
        new Check(isStrict).members(result, operation);
    }

    private String line(String name) {
        String line = lines.get(name);
        if (line == null) {
            throw new IllegalStateException("the table of results has no line " + name);
        }
        return line;
    }

    private final class Check {
        private final boolean isStrict;

        Check(boolean isStrict) {
            this.isStrict = isStrict;
        }

        void members(JsonNode value, String structure) {
            String line = line(structure);
            for (String member : line.isEmpty() ? List.<String>of() : Arrays.asList(line.split(" ", -1))) {
                String[] parts = member.split(":", 2);
                boolean isRequired = parts[0].endsWith("!");
                String name = isRequired ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
                JsonNode found = value.get(name);
                if (found != null && !found.isNull()) {
                    value(name, found, parts.length == 1 ? "" : parts[1]);
                } else if (isRequired && isStrict) {
                    throw problem("Required field '" + name + "' is missing");
                }
            }
        }

        private void value(String field, JsonNode value, String type) {
            switch (type.isEmpty() ? 's' : type.charAt(0)) {
                case 's' -> text(field, value, type);
                case '|' -> word(field, value, type);
                case 'n' -> number(field, value, type);
                case 'b' -> expect(value.isBoolean(), field, "must be a boolean");
                case '[' -> {
                    expect(value.isArray(), field, "must be an array");
                    value.forEach(element -> value(field, element, type.substring(1)));
                }
                case '{' -> {
                    expect(value.isObject(), field, "must be an object");
                    value.properties().forEach(entry -> value(entry.getKey(), entry.getValue(), type.substring(1)));
                }
                case '@' -> {
                    expect(value.isObject(), field, "must be an object");
                    members(value, type);
                }
                default -> {
                    // Anything may stand here.
                }
            }
        }

        private void word(String field, JsonNode value, String type) {
            expect(value.isString(), field, "must be a string");
            List<String> words = WORDS_END.splitAsStream(line(type)).toList();
            expect(words.contains(value.stringValue()), field, "is not an expected value");
        }
    }

    private static void text(String field, JsonNode value, String type) {
        expect(value.isString(), field, "must be a string");
        int length = value.stringValue().length();
        limits(type).forEach(least -> expect(length >= limit(least), field, "is smaller than the minimum length"));
    }

    private static void number(String field, JsonNode value, String type) {
        expect(value.isNumber(), field, "must be a number");
        for (String limit : limits(type)) {
            if (limit.startsWith(">")) {
                expect(value.doubleValue() >= limit(limit), field, "is less than the minimum value");
            } else {
                expect(value.doubleValue() <= limit(limit), field, "exceeds the maximum value");
            }
        }
    }

    private static List<String> limits(String type) {
        return LIMIT.splitAsStream(type).skip(1).toList();
    }

    private static double limit(String text) {
        return Double.parseDouble(text.substring(2));
    }

    private static void expect(boolean isMet, String field, String otherwise) {
        if (!isMet) {
            throw problem("Field '" + field + "' " + otherwise);
        }
    }

    private static ApiError problem(String text) {
        return ApiError.validation("Mock result schema validation error: " + text);
    }
}
