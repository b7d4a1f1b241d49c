package dev.stepwright.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * The way to a value, step by step. Taking a step costs next to nothing; a {@link JsonPointer}, which is written out as a whole at
 * each step, is made only when it is asked for. Whoever walks through a document to find little uses trails.
 */
public final class Trail {
    private static final int NO_INDEX = -1;

    private final @Nullable Trail before;
    private final String name;
    private final int index;
    private final int character;
    private @Nullable JsonPointer pointer;

    private Trail(@Nullable Trail before, String name, int index, int character) {
        this.before = before;
        this.name = name;
        this.index = index;
        this.character = character;
    }

    /** Returns the trail that has led to a place. */
    public static Trail at(JsonPointer pointer) {
        Trail trail = new Trail(null, "", NO_INDEX, 0);
        trail.pointer = pointer;
        return trail;
    }

    /** Returns the trail to a member of the object here, be there one or not. */
    public Trail member(String memberName) {
        return new Trail(this, memberName, NO_INDEX, 0);
    }

    /** Returns the trail to an element of the array here, 0 for the first, be there one or not. */
    public Trail element(int elementIndex) {
        return new Trail(this, "", elementIndex, 0);
    }

    /** Returns the trail to a character of the text here, 0 for the first. */
    public Trail character(int offset) {
        Trail trail = new Trail(before, name, index, offset);
        trail.pointer = pointer;
        return trail;
    }

    /** Returns the character of the text here that is meant; 0 if it is the text as a whole. */
    public int character() {
        return character;
    }

    /** Returns the name of the member that the last step led to; empty for an element and where no step was taken. */
    public String lastName() {
        return name;
    }

    /** Returns where it has led to. */
    public JsonPointer pointer() {
        if (pointer == null) {
            JsonPointer from = before == null ? JsonPointer.empty() : before.pointer();
            pointer = index == NO_INDEX ? from.appendProperty(name) : from.appendIndex(index);
        }
        return pointer;
    }
}
