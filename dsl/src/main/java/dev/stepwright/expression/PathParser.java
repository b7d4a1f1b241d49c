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
     * @param depth how many filters are around it
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
            throw cursor.fail("a path begins with '$', '$$' or '$variable', found " + cursor.found());
        }
        return new PathParser(cursor, reference, false, 0).parse();
    }

    JsonPath parse() {
        int start = cursor.at();
        PathRoot root = root();
        String variable = root == PathRoot.VARIABLE ? variable() : null;
        List<PathStep> steps = steps();
        if (!embedded && !cursor.atEnd()) {
            throw cursor.fail("unexpected " + cursor.found() + "; a step begins with '.' or '['");
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
                    "'$' must be followed by '.', '[', '$' or the name of a variable, found " + cursor.found());
        }
        return cursor.since(start);
    }

    private List<PathStep> steps() {
        List<PathStep> steps = new ArrayList<>();
        while (isStep(cursor.peek())) {
            PathStep before = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            steps.add(step(before));
        }
        if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof PathStep.Descendants) {
            throw cursor.fail("'..' must be followed by a name, '*' or '['");
        }
        return steps;
    }

    private PathStep step(@Nullable PathStep before) {
        if (cursor.peek() == '[') {
            return bracket();
        }
        int start = cursor.at();
        if (cursor.take("..")) {
            if (reference) {
                throw new ExpressionSyntaxException(
                        start, "'..' can lead to several places; a reference path has only names and indexes");
            }
            if (before instanceof PathStep.Descendants) {
                throw new ExpressionSyntaxException(start, "'..' must be followed by a name, '*' or '['");
            }
            cursor.at(cursor.peek() == '[' ? start + 2 : start + 1);
            return new PathStep.Descendants();
        }
        cursor.expect('.', "before a name");
        return cursor.peek() == '[' ? bracket() : dotted();
    }

    private PathStep dotted() {
        int start = cursor.at();
        if (cursor.peek() == '*') {
            cursor.next();
            return wildcard(start);
        }
        StringBuilder name = new StringBuilder();
        while (!cursor.atEnd() && !isEndOfName(cursor.peek())) {
            name.append(nameCharacter());
        }
        if (cursor.at() == start) {
            throw cursor.fail("expected a name after '.', found " + cursor.found());
        }
        if (cursor.peek() == '(') {
            throw new ExpressionSyntaxException(
                    start, "functions such as " + name + "() are not supported in paths; use an intrinsic function");
        }
        if (!embedded && Character.isWhitespace(cursor.peek())) {
            throw cursor.fail("a name with a blank is written in brackets: ['my name']");
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

    private PathStep wildcard(int start) {
        if (reference) {
            throw new ExpressionSyntaxException(
                    start, "'*' can lead to several places; a reference path has only names and indexes");
        }
        return new PathStep.Wildcard();
    }

    private PathStep bracket() {
        int start = cursor.at();
        cursor.expect('[', "");
        cursor.skipBlanks();
        PathStep step = switch (cursor.peek()) {
            case '\'', '"' -> names();
            case '*' -> {
                cursor.next();
                yield wildcard(start);
            }
            case '?' -> filter();
            default -> indexes();
        };
        cursor.skipBlanks();
        cursor.expect(']', "to close the bracket at character " + (start + 1));
        if (reference && !step.isDefinite()) {
            throw new ExpressionSyntaxException(
                    start,
                    "'" + cursor.since(start)
                            + "' can lead to several places; a reference path has only names and indexes");
        }
        return step;
    }

    private PathStep names() {
        List<String> names = new ArrayList<>();
        do {
            cursor.skipBlanks();
            if (cursor.peek() != '\'' && cursor.peek() != '"') {
                throw cursor.fail("expected a quoted name, found " + cursor.found());
            }
            names.add(cursor.takeQuoted("the name"));
            cursor.skipBlanks();
        } while (cursor.take(','));
        return names.size() == 1 ? new PathStep.Name(names.get(0)) : new PathStep.Names(names);
    }

    private PathStep indexes() {
        if (cursor.peek() == ':') {
            return slice(null);
        }
        List<Integer> indexes = new ArrayList<>();
        do {
            cursor.skipBlanks();
            indexes.add(cursor.takeInteger("an index, a slice 'from:to', a quoted name, '*' or '?(...)'"));
            cursor.skipBlanks();
            if (indexes.size() == 1 && cursor.peek() == ':') {
                return slice(indexes.get(0));
            }
        } while (cursor.take(','));
        return indexes.size() == 1 ? new PathStep.Index(indexes.get(0)) : new PathStep.Indexes(indexes);
    }

    private PathStep slice(@Nullable Integer from) {
        cursor.expect(':', "in a slice");
        Integer to = sliceBound();
        int step = 1;
        if (cursor.take(':')) {
            int start = cursor.at();
            Integer given = sliceBound();
            step = given == null ? 1 : given;
            if (step < 1) {
                throw new ExpressionSyntaxException(start, "the step of a slice must be at least 1, found " + step);
            }
        }
        return new PathStep.Slice(from, to, step);
    }

    private @Nullable Integer sliceBound() {
        cursor.skipBlanks();
        if (cursor.peek() == ':' || cursor.peek() == ']') {
            return null;
        }
        int bound = cursor.takeInteger("an index, ':' or ']' in a slice");
        cursor.skipBlanks();
        return bound;
    }

    private PathStep filter() {
        cursor.expect('?', "");
        cursor.skipBlanks();
        cursor.expect('(', "after '?'");
        FilterExpression expression = new FilterParser(cursor, depth + 1).parse();
        cursor.expect(')', "to close the filter");
        return new PathStep.Filter(expression);
    }
}
