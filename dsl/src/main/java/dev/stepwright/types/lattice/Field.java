package dev.stepwright.types.lattice;

/**
 * A field of an object.
 *
 * @param presence how sure it is that an object has it
 */
public record Field(Value value, Presence presence) {
    /** A field that every object has. */
    public static Field always(Value value) {
        return new Field(value, Presence.ALWAYS);
    }

    /** Returns whether every object has it. */
    public boolean isAlways() {
        return presence == Presence.ALWAYS;
    }

    /** Returns a field of another value that is there as surely. */
    public Field withValue(Value changed) {
        return with(changed, presence);
    }

    /** Returns the same for an object that was {@linkplain Value#pickedOut picked out}. */
    Field pickedOut() {
        return with(value.pickedOut(), presence == Presence.SOMETIMES ? Presence.OPTIONAL : presence);
    }

    /** Returns itself if nothing is changed, so that what holds it can see that. */
    Field with(Value changed, Presence changedPresence) {
        return changed == value && changedPresence == presence ? this : new Field(changed, changedPresence);
    }
}
