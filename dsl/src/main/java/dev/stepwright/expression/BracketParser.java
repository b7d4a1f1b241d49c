package dev.stepwright.expression;

import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses a step of a path that stands in brackets; one use each. */
final class BracketParser {
    private final Cursor cursor;
    private final boolean reference;
    private final int depth;

    /**
     * @param reference whether only a name or an index is allowed
     * @param depth how many filters and parentheses are around it
     */
    BracketParser(Cursor cursor, boolean reference, int depth) {
        this.cursor = cursor;
        this.reference = reference;
        this.depth = depth;
    }

    PathStep parse() {
        int start = cursor.at();
        cursor.expect('[', "");
        cursor.skipBlanks();
        PathStep step = switch (cursor.peek()) {
            case '\'', '"' -> names();
            case '*' -> {
                cursor.next();
                yield wildcard(start, reference);
            }
            case '?' -> filter();
            default -> indexes();
        };
        cursor.skipBlanks();
        cursor.expect(']', "to close the bracket at character " + (start + 1));
        if (reference && !step.isDefinite()) {
            throw new ExpressionSyntaxException(
                    start,
                    JsonText.quote(cursor.since(start))
                            + " can lead to several places; a reference path has only names and indexes");
        }
        return step;
    }

    /** Returns the step that {@code *} is, in brackets or after a point. */
    static PathStep wildcard(int start, boolean reference) {
        if (reference) {
            throw new ExpressionSyntaxException(
                    start, "\"*\" can lead to several places; a reference path has only names and indexes");
        }
        return new PathStep.Wildcard();
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
            indexes.add(cursor.takeInteger("an index, a slice \"from:to\", a quoted name, \"*\" or \"?(...)\""));
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
        int bound = cursor.takeInteger("an index, \":\" or \"]\" in a slice");
        cursor.skipBlanks();
        return bound;
    }

    private PathStep filter() {
        cursor.expect('?', "");
        cursor.skipBlanks();
        cursor.expect('(', "after \"?\"");
        FilterExpression expression = new FilterParser(cursor, depth).parse();
        cursor.expect(')', "to close the filter");
        return new PathStep.Filter(expression);
    }
}
