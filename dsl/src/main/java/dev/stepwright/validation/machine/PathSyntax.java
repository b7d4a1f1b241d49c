package dev.stepwright.validation.machine;

import dev.stepwright.expression.ExpressionSyntaxException;
import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.JsonPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with the text of a path or call.
 *
 * @param certainty whether AWS surely refuses it
 * @param offset the character at which reading ends, 0 for the first
 */
public record PathSyntax(Certainty certainty, int offset, String problem) {
    public enum Certainty {
        /** Surely wrong. */
        WRONG,
        /** Within a filter; AWS documents what it takes there in examples only. */
        FILTER,
        /** A call whose arguments stand side by side; the grammar has commas, the language service of AWS takes blanks too. */
        COMMA
    }

    private static final String FILTER_BEGIN = "[?(";

    /** A blank between two arguments; strings are matched first so that blanks in them do not count. */
    private static final Pattern ARGUMENTS =
            Pattern.compile("('(?:[^'\\\\]++|\\\\.)*+')|(?<=[\\w\\])'])\\s+(?=[$']|States\\.)");

    /** Returns what is wrong with a path, empty if nothing is. */
    public static Optional<PathSyntax> ofPath(String text) {
        try {
            JsonPath.parse(text);
            return Optional.empty();
        } catch (ExpressionSyntaxException e) {
            return Optional.of(of(text, e));
        }
    }

    /** Returns what is wrong with a call, empty if nothing is. */
    static Optional<PathSyntax> ofCall(String text) {
        try {
            Intrinsic.parse(text);
            return Optional.empty();
        } catch (ExpressionSyntaxException e) {
            return Optional.of(
                    lacksCommasOnly(text) ? new PathSyntax(Certainty.COMMA, e.offset(), e.problem()) : of(text, e));
        }
    }

    /** Returns this where no filter is taken, whatever it says. */
    PathSyntax withoutFilters() {
        return new PathSyntax(Certainty.WRONG, offset, problem);
    }

    private static PathSyntax of(String text, ExpressionSyntaxException problem) {
        int before = Math.min(problem.offset(), text.length());
        int filter = text.lastIndexOf(FILTER_BEGIN, before - FILTER_BEGIN.length());
        boolean isInFilter = filter > text.lastIndexOf(")]", before) && hasEnd(text, filter);
        return new PathSyntax(isInFilter ? Certainty.FILTER : Certainty.WRONG, problem.offset(), problem.problem());
    }

    /** Returns whether a filter is closed at all, so that only what stands in it is in doubt. */
    private static boolean hasEnd(String text, int filter) {
        int parenthesis = text.indexOf(')', filter);
        return parenthesis >= 0 && text.indexOf(']', parenthesis) >= 0;
    }

    private static boolean lacksCommasOnly(String text) {
        String separated = ARGUMENTS
                .matcher(text)
                .replaceAll(match -> match.group(1) == null ? ", " : Matcher.quoteReplacement(match.group(1)));
        try {
            Intrinsic.parse(separated);
            return true;
        } catch (ExpressionSyntaxException e) {
            return false; // there is more wrong with it
        }
    }
}
