package dev.stepwright.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses paths; one use each. */
final class PathParser {
    private static final String SPECIAL_IN_REFERENCE = "@,:?*";

    private final Cursor cursor;
    private final boolean reference;
    private final boolean embedded;
    private final int depth;

    /**
     * @param reference whether only names and indexes are allowed
     * @param embedded whether the path ends at a blank, comma, parenthesis or operator instead of at the end of the text
     * @param depth how many filters and parentheses are around it
     */
    PathParser(Cursor cursor, boolean reference, boolean embedded, int depth) {
        this.cursor = cursor;
        this.reference = reference;
        this.embedded = embedded;
        this.depth = depth;
    }

    static JsonPath whole(String text, boolean reference) {
        Cursor cursor = new Cursor(text);
        if (cursor.peek() != '$') {
            throw cursor.fail("a path must begin with \"$\", \"$$\" or \"$variable\", found " + cursor.found());
        }
        return new PathParser(cursor, reference, false, 0).parse();
    }

    JsonPath parse() {
        int start = cursor.at();
        PathRoot root = root();
        String variable = root == PathRoot.VARIABLE ? variable() : null;
        List<PathStep> steps = steps();
        if (!embedded && !cursor.atEnd()) {
            throw cursor.fail("unexpected " + cursor.found() + "; a step begins with \".\" or \"[\"");
        }
        return new JsonPath(cursor.since(start), root, variable, steps);
    }

    private PathRoot root() {
        if (cursor.take('@')) {
            return PathRoot.ELEMENT;
        }
        cursor.expect('$', "at the beginning of a path");
        if (cursor.take('$')) {
            return PathRoot.CONTEXT;
        }
        return isStep(cursor.peek()) || cursor.atEnd() || (embedded && isEndOfName(cursor.peek()))
                ? PathRoot.INPUT
                : PathRoot.VARIABLE;
    }

    private static boolean isStep(char c) {
        return c == '.' || c == '[';
    }

    private String variable() {
        int start = cursor.at();
        if (!cursor.takeIdentifier()) {
            throw cursor.fail(
                    "\"$\" must be followed by \".\", \"[\", \"$\" or the name of a variable, found " + cursor.found());
        }
        return cursor.since(start);
    }

    private List<PathStep> steps() {
        List<PathStep> steps = new ArrayList<>();
        PathStep before = null;
        while (isStep(cursor.peek()) || isNameBehind(before)) {
            before = step(before);
            steps.add(before);
        }
        if (before instanceof PathStep.Descendants) {
            throw cursor.fail("\"..\" must be followed by a name, \"*\" or \"[\"");
        }
        return steps;
    }

    /** AWS: {@code $.list[0]name} is taken for {@code $.list[0].name}; behind a filter a name means nothing. */
    private boolean isNameBehind(@Nullable PathStep before) {
        return !reference
                && !(before instanceof PathStep.Filter)
                && cursor.isBehind(']')
                && Character.isUnicodeIdentifierStart(cursor.peek());
    }

    private PathStep step(@Nullable PathStep before) {
        if (cursor.peek() == '[') {
            return bracket();
        }
        if (!isStep(cursor.peek())) {
            return dotted();
        }
        int start = cursor.at();
        if (cursor.take("..")) {
            if (reference) {
                throw new ExpressionSyntaxException(
                        start, "\"..\" can lead to several places; a reference path has only names and indexes");
            }
            if (before instanceof PathStep.Descendants) {
                throw new ExpressionSyntaxException(start, "\"..\" must be followed by a name, \"*\" or \"[\"");
            }
            cursor.at(cursor.peek() == '[' ? start + 2 : start + 1);
            return new PathStep.Descendants();
        }
        cursor.expect('.', "before a name");
        return cursor.peek() == '[' ? bracket() : dotted();
    }

    /** AWS: {@code $.list.length()} is a path, to a field of the name {@code length()}. */
    private PathStep dotted() {
        int start = cursor.at();
        if (cursor.peek() == '*') {
            cursor.next();
            return BracketParser.wildcard(start, reference);
        }
        StringBuilder name = new StringBuilder();
        while (!cursor.atEnd() && !isEndOfName(cursor.peek())) {
            name.append(nameCharacter());
        }
        if (cursor.at() == start) {
            throw cursor.fail("expected a name after \".\", found " + cursor.found());
        }
        if (!reference && !embedded && cursor.take("()")) {
            return new PathStep.Name(name + "()");
        }
        if (cursor.peek() == '(') {
            throw new ExpressionSyntaxException(
                    start, "functions such as " + name + "() are not supported in paths; use an intrinsic function");
        }
        if (!embedded && Character.isWhitespace(cursor.peek())) {
            throw cursor.fail("a name with a blank must be in brackets, such as ['my name']");
        }
        return new PathStep.Name(name.toString());
    }

    private char nameCharacter() {
        if (cursor.take('\\')) {
            if (cursor.atEnd()) {
                throw cursor.fail("a backslash must be followed by the character that it escapes");
            }
            return cursor.next();
        }
        if (reference && SPECIAL_IN_REFERENCE.indexOf(cursor.peek()) >= 0) {
            throw cursor.fail("a reference path must not contain " + cursor.found()
                    + " outside of a bracketed name; write it as \\" + cursor.peek() + " or ['...']");
        }
        return cursor.next();
    }

    private boolean isEndOfName(char c) {
        return isStep(c)
                || c == '('
                || c == ')'
                || c == ']'
                || Character.isWhitespace(c)
                || (embedded && isDelimiter(c));
    }

    /** In a filter a path ends at an operator, in an intrinsic function at a comma. */
    private boolean isDelimiter(char c) {
        return c == ',' || (depth > 0 && "=!<>&|".indexOf(c) >= 0);
    }

    private PathStep bracket() {
        return new BracketParser(cursor, reference, depth).parse();
    }
}
