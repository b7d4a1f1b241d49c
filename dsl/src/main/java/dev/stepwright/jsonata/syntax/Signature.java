package dev.stepwright.jsonata.syntax;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a function accepts, for example {@code <s-nn?:s>}. The result type is kept and not checked, as in the reference implementation.
 *
 * @param text as written, with its brackets
 */
public record Signature(String text, List<Parameter> parameters) {
    /** Every letter that stands for a type: string, number, boolean, null, object, array, function, undefined. */
    private static final String ANY = "asnblfom";

    /**
     * One parameter.
     *
     * @param types the letters of the types accepted; {@code m} is undefined
     * @param array whether any value is taken as an array of one
     * @param elementTypes what is between the brackets of {@code a<...>}, or null
     */
    public record Parameter(
            String types,
            boolean array,
            boolean optional,
            boolean repeated,
            boolean context,
            @Nullable String elementTypes) {
        Parameter with(boolean isOptional, boolean isRepeated, boolean isContext) {
            return new Parameter(
                    types, array, optional || isOptional, repeated || isRepeated, context || isContext, elementTypes);
        }

        Parameter ofElements(String elements) {
            return new Parameter(types, array, optional, repeated, context, elements);
        }
    }

    public Signature {
        parameters = List.copyOf(parameters);
    }

    /**
     * Reads a signature.
     *
     * @throws JsonataException S0401 or S0402
     */
    public static Signature parse(String text) {
        List<Parameter> parameters = new ArrayList<>();
        int at = 1;
        while (at < text.length() && text.charAt(at) != ':') {
            at = read(text, at, parameters) + 1;
        }
        return new Signature(text, parameters);
    }

    /** Reads one symbol and returns the offset of its last character. */
    private static int read(String text, int at, List<Parameter> parameters) {
        char symbol = text.charAt(at);
        int last = parameters.size() - 1;
        switch (symbol) {
            case 's', 'n', 'b', 'l', 'o' -> parameters.add(parameter(symbol + "m", false));
            case 'a' -> parameters.add(parameter(ANY, true));
            case 'f' -> parameters.add(parameter("f", false));
            case 'j' -> parameters.add(parameter("asnblom", false));
            case 'x' -> parameters.add(parameter(ANY, false));
            case '-', '?', '+' -> {
                if (last >= 0) {
                    parameters.set(last, parameters.get(last).with(symbol != '+', symbol == '+', symbol == '-'));
                }
            }
            case '(' -> {
                return choice(text, at, parameters);
            }
            case '<' -> {
                return elements(text, at, parameters);
            }
            default -> {
                // Other symbols say nothing, as in the reference implementation.
            }
        }
        return at;
    }

    private static int choice(String text, int at, List<Parameter> parameters) {
        int close = closing(text, at, '(', ')');
        String choice = text.substring(at + 1, close);
        if (choice.indexOf('<') >= 0) {
            throw JsonataException.of("S0402", choice).with("offset", at);
        }
        parameters.add(parameter(choice + "m", false));
        return close;
    }

    private static int elements(String text, int at, List<Parameter> parameters) {
        int last = parameters.size() - 1;
        Parameter of = last < 0 ? null : parameters.get(last);
        if (of == null || !of.array() && !of.types().equals("f")) {
            throw JsonataException.of("S0401").with("offset", at);
        }
        int close = closing(text, at, '<', '>');
        parameters.set(last, of.ofElements(text.substring(at + 1, close)));
        return close;
    }

    private static Parameter parameter(String types, boolean array) {
        return new Parameter(types, array, false, false, false, null);
    }

    private static int closing(String text, int start, char open, char close) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
