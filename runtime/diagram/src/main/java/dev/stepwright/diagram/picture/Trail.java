package dev.stepwright.diagram.picture;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a picture shows of what has happened with a state or on a way.
 *
 * @param mark null where the picture shows nothing of the kind
 * @param count how often it was entered or taken
 * @param retries how often its work was begun once more
 * @param words all of it in words; empty if there is nothing to be told
 */
record Trail(@Nullable Mark mark, int count, int retries, String words) {
    static final Trail NONE = new Trail(null, 0, 0, "");

    /** Returns the class of style to be added; empty if there is none. */
    String style() {
        return mark == null ? "" : " " + mark.style();
    }

    boolean isTouched() {
        return mark != null && mark != Mark.UNTOUCHED && mark != Mark.UNTESTED;
    }

    void addTo(Set<Mark> marks) {
        if (mark != null) {
            marks.add(mark);
        }
    }
}
