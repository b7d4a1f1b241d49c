package dev.stepwright.diagram.picture;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Paths in a text that has little room: {@code $.order.items.total > 100} as {@code …total > 100}. */
final class ShortPaths {
    /** A text of more characters does not fit into a picture, however short its paths are; looking for them would take long. */
    private static final int LONGEST = 1_000;

    private static final String NAME = "[\\p{L}\\p{N}_-]+";
    private static final String INDEX = "\\[[^\\]]*]";
    private static final String MEMBER = "\\." + NAME + "|" + INDEX;
    /** The root and the first member of a path that has more of them; what has lost its root begins with an ellipsis. */
    private static final Pattern BEGINNING = Pattern.compile("(?:\\$\\w*(?:" + MEMBER + ")|\\$\\$(?:" + MEMBER
            + ")|\u2026(?:" + NAME + "|" + INDEX + "))((?:" + MEMBER + ")+)");

    private ShortPaths() {}

    /**
     * Returns a text whose paths have lost as many of their first members as it takes to fit, the longest path first: conditions differ in
     * the last members and in what these are compared with.
     *
     * @return the text itself if it fits, or does not however short its paths are, or is longer than a thousand characters
     */
    static String fitted(String text, Predicate<String> fits) {
        if (text.length() > LONGEST) {
            return text;
        }
        String shorter = text;
        while (!fits.test(shorter)) {
            Optional<MatchResult> longest = BEGINNING
                    .matcher(shorter)
                    .results()
                    .max(Comparator.comparingInt(path -> path.end() - path.start()));
            if (longest.isEmpty()) {
                return text;
            }
            shorter = withoutBeginning(shorter, longest.get());
        }
        return shorter;
    }

    private static String withoutBeginning(String text, MatchResult path) {
        String rest = path.group(1);
        return text.substring(0, path.start())
                + "\u2026"
                + (rest.startsWith(".") ? rest.substring(1) : rest)
                + text.substring(path.end());
    }
}
