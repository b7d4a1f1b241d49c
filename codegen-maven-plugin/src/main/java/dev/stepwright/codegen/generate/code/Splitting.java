package dev.stepwright.codegen.generate.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one line of Java can be split. Knows texts, parentheses and type arguments; there are no comments in such a line. */
final class Splitting {
    /** What a line may be split before. */
    private static final List<String> OPERATORS = List.of("? ", ": ", "&& ", "|| ", "+ ", "throws ", "permits ");

    private Splitting() {}

    /**
     * A call, or another list in parentheses, that is split into its arguments.
     *
     * @param head up to the parenthesis, that included
     * @param arguments each but the last with its comma and blank
     * @param tail the closing parenthesis and what follows
     */
    record Call(String head, List<String> arguments, String tail) {}

    /** Returns the parts of a line that is split before the operators outside of all parentheses, after the arrows of lambdas, and after annotations. */
    static List<String> atOperators(String code) {
        List<Integer> places = new ArrayList<>();
        Scan scan = new Scan(code);
        while (scan.next()) {
            if (scan.depth == 0 && scan.at > 0 && code.charAt(scan.at - 1) == ' ' && isOperator(code, scan.at)) {
                places.add(scan.at);
            }
            if (scan.depth == 0 && code.startsWith("-> ", scan.at) && !code.startsWith("-> {", scan.at)) {
                places.add(scan.at + "-> ".length());
            }
            if (scan.depth == 0 && code.startsWith("@") && code.startsWith(") ", scan.at)) {
                places.add(scan.at + ") ".length());
            }
        }
        return parts(code, places);
    }

    private static boolean isOperator(String code, int at) {
        return OPERATORS.stream().anyMatch(operator -> code.startsWith(operator, at));
    }

    /** Returns both sides of an assignment, or the whole if there is none. */
    static List<String> atAssignment(String code) {
        Scan scan = new Scan(code);
        while (scan.next()) {
            if (scan.depth == 0 && code.startsWith("= ", scan.at) && code.charAt(scan.at - 1) == ' ') {
                return parts(code, List.of(scan.at + "= ".length()));
            }
        }
        return List.of(code);
    }

    /** Returns the outermost call with the longest arguments; null if there is none with any. */
    static @Nullable Call longestCall(String code) {
        int open = -1;
        int longest = 0;
        int start = -1;
        int end = -1;
        Scan scan = new Scan(code);
        while (scan.next()) {
            char c = code.charAt(scan.at);
            if (c == '(' && scan.depth == 1) {
                open = scan.at + 1;
            } else if (c == ')' && scan.depth == 0 && open >= 0 && scan.at - open > longest) {
                longest = scan.at - open;
                start = open;
                end = scan.at;
            }
        }
        return start < 0
                ? null
                : new Call(code.substring(0, start), arguments(code.substring(start, end)), code.substring(end));
    }

    /** Returns arguments, each but the last with its comma and blank. */
    static List<String> arguments(String inside) {
        List<Integer> places = new ArrayList<>();
        Scan scan = new Scan(inside);
        while (scan.next()) {
            if (scan.depth == 0 && inside.startsWith(", ", scan.at)) {
                places.add(scan.at + ", ".length());
            }
        }
        return parts(inside, places);
    }

    private static List<String> parts(String code, List<Integer> places) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int place : places) {
            parts.add(code.substring(start, place));
            start = place;
        }
        parts.add(code.substring(start));
        return parts;
    }

    /** Goes through a line; {@code depth} is that after the character at {@code at}, and what stands in texts is passed over. */
    private static final class Scan {
        private final String code;
        int at = -1;
        int depth;

        Scan(String code) {
            this.code = code;
        }

        boolean next() {
            at++;
            if (at >= code.length()) {
                return false;
            }
            switch (code.charAt(at)) {
                case '"' -> at = Layout.endOfString(code, at);
                case '(' -> depth++;
                case ')' -> depth--;
                case '<' -> depth += isTypeArgument() ? 1 : 0;
                case '>' -> depth -= isTypeArgumentEnd() ? 1 : 0;
                default -> {}
            }
            return true;
        }

        private boolean isTypeArgument() {
            return at > 0 && at + 1 < code.length() && code.charAt(at + 1) != ' ' && code.charAt(at + 1) != '=';
        }

        private boolean isTypeArgumentEnd() {
            char before = at == 0 ? ' ' : code.charAt(at - 1);
            return before != ' ' && before != '-';
        }
    }
}
