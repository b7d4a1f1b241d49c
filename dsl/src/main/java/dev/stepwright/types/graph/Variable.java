package dev.stepwright.types.graph;

import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Value;
import org.jspecify.annotations.Nullable;

/**
 * A variable as a state sees it.
 *
 * @param presence how sure it is that it has been assigned
 */
public record Variable(Value value, Presence presence) {
    /** Returns one that every way to the state assigns. */
    public static Variable always(Value value) {
        return new Variable(value, Presence.ALWAYS);
    }

    /** Returns whether every way to the state assigns it. */
    public boolean isAlways() {
        return presence == Presence.ALWAYS;
    }

    /** Returns whether some way to the state does not assign it. */
    public boolean isSometimes() {
        return presence == Presence.SOMETIMES;
    }

    Variable settled(@Nullable Variable before) {
        return before == null ? this : new Variable(Entry.settled(value, before.value), presence);
    }

    /** Of one that only some ways assign nothing is known any more. */
    Variable pickedOut() {
        return isSometimes()
                ? new Variable(value.join(Value.ANY), Presence.OPTIONAL)
                : new Variable(value.pickedOut(), presence);
    }
}
