package dev.stepwright.jsonata.syntax;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Reads a text word by word. What is wrong goes to the problem list; reading goes on behind it. */
final class Lexer {
    private static final String BLANKS = " \t\n\r\u000B";
    private static final String SINGLE = ".[]{}(),@#;:?+-*/%|=<>^&!~";
    private static final Set<String> DOUBLE = Set.of("..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??");

    private final String text;
    private final ProblemList problems;
    private int at;

    Lexer(String text, ProblemList problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Returns the next word; {@code operand} says whether {@code /} begins a regular expression. */
    Token next(boolean operand) {
        skipBlanks();
        int start = at;
        if (at >= text.length()) {
            return new Token(Token.Kind.END, "", null, text.length(), text.length());
        }
        char c = text.charAt(at);
        if (c == '/' && operand) {
            return regex();
        }
        if (at + 1 < text.length() && DOUBLE.contains(text.substring(at, at + 2))) {
            at += 2;
            return token(Token.Kind.OPERATOR, text.substring(start, at), null, start);
        }
        if (SINGLE.indexOf(c) >= 0) {
            at++;
            return token(Token.Kind.OPERATOR, String.valueOf(c), null, start);
        }
        if (c == '"' || c == '\'') {
            return string(c);
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        return c == '`' ? quotedName() : name();
    }

    private Token token(Token.Kind kind, String value, @Nullable JsonNode node, int start) {
        return new Token(kind, value, node, start, at);
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (BLANKS.indexOf(text.charAt(at)) >= 0) {
                at++;
            } else if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                if (close < 0) {
                    problems.add(JsonataException.of("S0106"), new Span(at, at + 2), "/*", "*/");
                }
                at = close < 0 ? text.length() : close + 2;
            } else {
                return;
            }
        }
    }

    private Token string(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(value);
            } else {
                value.append(c);
            }
        }
        if (at >= text.length()) {
            problems.add(
                    JsonataException.of("S0101"),
                    new Span(start, text.length()),
                    String.valueOf(quote),
                    String.valueOf(quote));
        } else {
            at++;
        }
        return token(Token.Kind.STRING, value.toString(), null, start);
    }

    private void escape(StringBuilder value) {
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at++);
        int simple = "\"\\/bfnrt".indexOf(c);
        if (simple >= 0) {
            value.append("\"\\/\b\f\n\r\t".charAt(simple));
        } else if (c == 'u') {
            unicode(value);
        } else {
            problems.add(
                    JsonataException.of("S0103"),
                    new Span(at - 2, at),
                    String.valueOf(c),
                    "one of \" \\ / b f n r t u");
        }
    }

    private void unicode(StringBuilder value) {
        int end = Math.min(at + 4, text.length());
        boolean valid = end == at + 4;
        for (int i = at; i < end; i++) {
            valid &= Character.digit(text.charAt(i), 16) >= 0 && text.charAt(i) < 128;
        }
        if (valid) {
            value.append((char) Integer.parseInt(text.substring(at, end), 16));
            at = end;
        } else {
            problems.add(
                    JsonataException.of("S0104"), new Span(at - 2, end), text.substring(at - 2, end), "4 hex digits");
        }
    }

    private Token number() {
        int start = at;
        if (text.charAt(at) == '0') {
            at++;
        } else {
            digits();
        }
        boolean whole = true;
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(at + 1)) {
            whole = false;
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            int digits = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
            if (isDigit(digits)) {
                whole = false;
                at = digits;
                digits();
            }
        }
        return token(
                Token.Kind.NUMBER, text.substring(start, at), number(text.substring(start, at), whole, start), start);
    }

    private JsonNode number(String digits, boolean whole, int start) {
        JsonNode value = NumberText.parse(digits, whole);
        if (!Double.isFinite(value.doubleValue())) {
            problems.add(JsonataException.of("S0102"), new Span(start, at), digits, "a number below 1.8e308");
        }
        return value;
    }

    private void digits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private Token quotedName() {
        int start = at;
        int close = text.indexOf('`', at + 1);
        if (close < 0) {
            problems.add(JsonataException.of("S0105"), new Span(at, text.length()), "`", "`");
        }
        String name = text.substring(at + 1, close < 0 ? text.length() : close);
        at = close < 0 ? text.length() : close + 1;
        return token(Token.Kind.NAME, name, null, start);
    }

    private Token name() {
        int start = at;
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) < 0 && SINGLE.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at);
        if (name.charAt(0) == '$') {
            return token(Token.Kind.VARIABLE, name.substring(1), null, start);
        }
        return switch (name) {
            case "and", "or", "in" -> token(Token.Kind.OPERATOR, name, null, start);
            case "true", "false" -> token(Token.Kind.CONSTANT, name, BooleanNode.valueOf(name.equals("true")), start);
            case "null" -> token(Token.Kind.CONSTANT, name, NullNode.getInstance(), start);
            default -> token(Token.Kind.NAME, name, null, start);
        };
    }

    private Token regex() {
        int start = at;
        int close = RegexEnd.after(text, start);
        String pattern = text.substring(start + 1, close);
        if (close >= text.length()) {
            problems.add(JsonataException.of("S0302"), new Span(start, text.length()), "/", "/");
        } else if (pattern.isEmpty()) {
            problems.add(JsonataException.of("S0301"), new Span(start, start + 2), "//", "a pattern");
        }
        int flags = Math.min(close + 1, text.length());
        at = flags;
        while (at < text.length() && "im".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return token(Token.Kind.REGEX, pattern, StringNode.valueOf(text.substring(flags, at)), start);
    }
}
