package dev.stepwright.expression;

import dev.stepwright.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parses one call of an intrinsic function. */
final class IntrinsicParser {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String text;
    private final Cursor cursor;

    IntrinsicParser(String text) {
        this.text = text;
        this.cursor = new Cursor(text);
    }

    Intrinsic parse() {
        cursor.skipBlanks();
        if (!cursor.take("States.")) {
            throw cursor.fail(
                    "expected a path that begins with \"$\" or a call such as States.Format('{}', $.a), found "
                            + cursor.found());
        }
        cursor.at(cursor.at() - "States.".length());
        Intrinsic.Call call = call(1);
        cursor.skipBlanks();
        if (!cursor.atEnd()) {
            throw cursor.fail("unexpected " + cursor.found() + " after the call");
        }
        return new Intrinsic(text, call);
    }

    private Intrinsic.Call call(int depth) {
        int start = cursor.at();
        if (depth > Intrinsic.MAX_DEPTH) {
            throw cursor.fail("calls may be nested " + Intrinsic.MAX_DEPTH + " deep at most");
        }
        IntrinsicFunction function = function();
        cursor.skipBlanks();
        cursor.expect('(', "after " + function.asl());
        List<Intrinsic.Argument> arguments = new ArrayList<>();
        cursor.skipBlanks();
        if (!cursor.take(')')) {
            do {
                cursor.skipBlanks();
                arguments.add(checked(function, arguments.size(), depth));
                cursor.skipBlanks();
            } while (cursor.take(','));
            cursor.expect(')', "or \",\" after an argument of " + function.asl());
        }
        if (arguments.size() < function.least() || arguments.size() > function.most()) {
            throw new ExpressionSyntaxException(
                    start, function.asl() + " takes " + function.arity() + ", found " + arguments.size());
        }
        return new Intrinsic.Call(function, arguments);
    }

    private IntrinsicFunction function() {
        int start = cursor.at();
        while (isNameCharacter(cursor.peek())) {
            cursor.next();
        }
        String name = cursor.since(start);
        return IntrinsicFunction.named(name)
                .orElseThrow(() -> new ExpressionSyntaxException(
                        start,
                        "there is no intrinsic function " + JsonText.quote(name) + "; the functions are "
                                + Arrays.stream(IntrinsicFunction.values())
                                        .map(IntrinsicFunction::asl)
                                        .collect(Collectors.joining(", "))));
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || Cursor.isDigit(c) || c == '.' || c == '_';
    }

    private Intrinsic.Argument checked(IntrinsicFunction function, int index, int depth) {
        int start = cursor.at();
        Intrinsic.Argument argument = argument(depth, function == IntrinsicFunction.FORMAT && index == 0);
        ValueType expected = function.parameter(index);
        boolean fits = true;
        if (argument instanceof Intrinsic.Literal literal) {
            fits = expected.accepts(literal.value());
        } else if (argument instanceof Intrinsic.Call call) {
            fits = expected.accepts(call.function().result());
        }
        if (!fits) {
            throw new ExpressionSyntaxException(
                    start,
                    "argument " + (index + 1) + " of " + function.asl() + " must be " + expected.phrase() + ", found "
                            + cursor.since(start).strip());
        }
        return argument;
    }

    private Intrinsic.Argument argument(int depth, boolean template) {
        char c = cursor.peek();
        if (c == '$') {
            return new Intrinsic.Path(new PathParser(cursor, false, true, 0).parse());
        }
        if (c == '\'') {
            return new Intrinsic.Literal(NODES.stringNode(string(template)));
        }
        if (c == '-' || Cursor.isDigit(c)) {
            return new Intrinsic.Literal(number());
        }
        return word(depth);
    }

    private Intrinsic.Argument word(int depth) {
        int start = cursor.at();
        while (isNameCharacter(cursor.peek())) {
            cursor.next();
        }
        String word = cursor.since(start);
        if (word.equals("true") || word.equals("false")) {
            return new Intrinsic.Literal(NODES.booleanNode(word.equals("true")));
        }
        if (word.equals("null")) {
            return new Intrinsic.Literal(NODES.nullNode());
        }
        cursor.at(start);
        if (!word.startsWith("States.")) {
            throw cursor.fail("expected a path, a 'string', a number, true, false, null or a call, found "
                    + (word.isEmpty() ? cursor.found() : JsonText.quote(word)));
        }
        return call(depth + 1);
    }

    /** In the template of States.Format the backslashes of braces stay: the function itself tells an escaped brace from a place. */
    private String string(boolean template) {
        int start = cursor.at();
        cursor.next();
        StringBuilder out = new StringBuilder();
        while (!cursor.take('\'')) {
            if (cursor.atEnd()) {
                throw new ExpressionSyntaxException(start, "the string has no closing '");
            }
            char c = cursor.next();
            if (c == '\\') {
                c = escaped();
                if (template && c != '\'') {
                    out.append('\\');
                }
            }
            out.append(c);
        }
        return out.toString();
    }

    private char escaped() {
        if ("'{}\\".indexOf(cursor.peek()) < 0 || cursor.atEnd()) {
            throw new ExpressionSyntaxException(
                    cursor.at() - 1,
                    "a backslash in a string must be followed by ' { } or \\, found " + cursor.found());
        }
        return cursor.next();
    }

    private JsonNode number() {
        int start = cursor.at();
        while ("+-.eE0123456789".indexOf(cursor.peek()) >= 0) {
            cursor.next();
        }
        String lexeme = cursor.since(start);
        try {
            BigDecimal value = new BigDecimal(lexeme);
            return value.scale() <= 0 && value.precision() - value.scale() <= 18
                    ? NODES.numberNode(value.longValueExact())
                    : DecimalNode.valueOf(value);
        } catch (NumberFormatException e) {
            throw new ExpressionSyntaxException(start, "expected a number, found " + JsonText.quote(lexeme));
        }
    }
}
