package dev.stepwright.asl.edit;

import dev.stepwright.json.Lines;
import dev.stepwright.json.Position;
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
