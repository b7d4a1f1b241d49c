package dev.stepwright.diagram.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * The sizes of texts, without any font: the widths of a common sans-serif letter with something added, so that texts fit
 * whatever font a reader has.
 */
enum Lettering {
    /** Names of states. */
    NAME(13, 17, 1.27),
    /** What stands below a name, and at ways. */
    DETAIL(11, 14, 1.16);

    private static final int FIRST = ' ';

    /** Widths of the characters from blank to tilde, in thousandths of the size: those of Helvetica. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    private static final int OTHER = 650;
    private static final int WIDE = 1050;
    private static final String ELLIPSIS = "\u2026";
    private static final String BREAKS = " -_./:,=>";

    private final double size;
    private final double line;
    private final double stretch;

    Lettering(double size, double line, double stretch) {
        this.size = size;
        this.line = line;
        this.stretch = stretch;
    }

    /** Returns from one base line to the next. */
    double line() {
        return line;
    }

    double width(String text) {
        return text.codePoints().map(Lettering::thousandths).sum() / 1000.0 * size * stretch;
    }

    double width(List<String> lines) {
        return lines.stream().mapToDouble(this::width).max().orElse(0);
    }

    private static int thousandths(int character) {
        int index = character - FIRST;
        if (index >= 0 && index < WIDTHS.length) {
            return WIDTHS[index];
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.CONTROL) {
            return 0;
        }
        return Character.isIdeographic(character) || character >= 0x1100 ? WIDE : OTHER;
    }

    /**
     * Returns a text over several lines, broken where a word ends if possible; the last line is cut where the text is too long.
     *
     * @param width what no line is wider than
     * @param most how many lines there are at most
     */
    List<String> wrap(String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip().replaceAll("\\s+", " ");
        while (!rest.isEmpty()) {
            if (lines.size() == most - 1) {
                lines.add(cut(rest, width));
                break;
            }
            int end = fitting(rest, width);
            if (end < rest.length()) {
                end = lastBreak(rest, end);
            }
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /** Returns whether nothing of a text is cut when it is wrapped. */
    boolean fits(String text, double width, int most) {
        return wrap(text, width, most + 1).size() <= most;
    }

    private String cut(String text, double width) {
        return width(text) <= width
                ? text
                : text.substring(0, fitting(text, width - width(ELLIPSIS))).strip() + ELLIPSIS;
    }

    /** Returns how much of a text is no wider; one character at least. */
    private int fitting(String text, double width) {
        double most = width * 1000 / size / stretch;
        int end = text.offsetByCodePoints(0, 1);
        double sum = thousandths(text.codePointAt(0));
        while (end < text.length()) {
            int character = text.codePointAt(end);
            sum += thousandths(character);
            if (sum > most) {
                return end;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    /** Returns the last place up to {@code end} where a word ends, or a new one begins as in {@code chargeCard}; {@code end} if that is far away. */
    private static int lastBreak(String text, int end) {
        for (int i = end; i > end / 3; i--) {
            char before = text.charAt(i - 1);
            char after = text.charAt(i);
            if (after == ' '
                    || BREAKS.indexOf(before) >= 0
                    || Character.isLowerCase(before) && Character.isUpperCase(after)) {
                return i;
            }
        }
        return end;
    }
}
