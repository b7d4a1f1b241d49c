package dev.stepwright.asl.edit;

import dev.stepwright.json.Lines;
import dev.stepwright.json.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change of a text.
 *
 * @param start of what is there
 * @param end the place behind it
 * @param written what is to be there
 */
public record TextChange(Position start, Position end, String written) {
    private static final Comparator<Position> PLACES =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    /** Returns those of some fixes that can be made at once: of a fix that touches what an earlier one changes, none. */
    public static List<TextChange> apart(List<List<TextChange>> fixes) {
        List<TextChange> made = new ArrayList<>();
        for (List<TextChange> fix : fixes) {
            if (fix.stream().noneMatch(change -> made.stream().anyMatch(change::isTouching))) {
                made.addAll(fix);
            }
        }
        return List.copyOf(made);
    }

    private boolean isTouching(TextChange other) {
        return PLACES.compare(start, other.end) <= 0 && PLACES.compare(other.start, end) <= 0;
    }

    /**
     * Returns a text with changes in it.
     *
     * @param changes in any order; the places of all of them are those in {@code text}, and none overlaps another
     */
    public static String in(String text, List<TextChange> changes) {
        Lines lines = new Lines(text);
        StringBuilder changed = new StringBuilder(text);
        changes.stream()
                .sorted(Comparator.comparingInt((TextChange change) -> lines.offset(change.start))
                        .reversed())
                .forEach(change ->
                        changed.replace(lines.offset(change.start), lines.offset(change.end), change.written));
        return changed.toString();
    }
}
