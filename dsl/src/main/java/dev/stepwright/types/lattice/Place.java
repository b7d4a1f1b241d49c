package dev.stepwright.types.lattice;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * A place in data that comes from outside, named by the way into it: {@code input}, {@code input.order}, {@code
 * input.order.items[]}. One object for each place of an analysis. It remembers its uses: what readers need of it is all that
 * is known about it.
 */
public final class Place {
    /** A place of which nothing is known, not even where it is; every place in it is itself. */
    public static final Place ANYWHERE = new Place(
            new Origin(Origin.Source.ANYWHERE, JsonPointer.empty(), "anything"), null, "", Documentation.NONE);

    private static final int MAX_DEPTH = 9;
    private static final String ELEMENT = "[]";

    private final Origin origin;
    private final @Nullable Place parent;
    private final String step;
    private final int depth;
    private final Documentation documentation;
    private final Map<String, Place> fields = new LinkedHashMap<>();
    private final Set<Use> uses = new LinkedHashSet<>();
    private @Nullable Place element;
    private boolean isMappedOver;
    private boolean isHandedOn;

    private Place(Origin origin, @Nullable Place parent, String step, Documentation documentation) {
        this.origin = origin;
        this.parent = parent;
        this.step = step;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.documentation = documentation;
    }

    /** Returns a place that is a whole value from outside. */
    public static Place root(Origin origin) {
        return new Place(origin, null, "", Documentation.NONE);
    }

    /** Returns the place of a field. */
    public Place field(String name) {
        return field(name, documentation.member(name));
    }

    /** Returns the place of a field of which something is documented, unless that is known already. */
    public Place field(String name, Documentation documented) {
        return isOpaque()
                ? ANYWHERE
                : fields.computeIfAbsent(name, key -> new Place(origin, this, "." + key, documented));
    }

    /** Returns the place of all elements. */
    public Place element() {
        if (isOpaque()) {
            return ANYWHERE;
        }
        if (element == null) {
            element = new Place(origin, this, ELEMENT, documentation.element());
        }
        return element;
    }

    private boolean isOpaque() {
        return depth >= MAX_DEPTH || isUnlisted() || this == ANYWHERE;
    }

    /** Returns whether this stands for members that a service's documentation does not name. */
    public boolean isUnlisted() {
        return origin.source() == Origin.Source.UNLISTED;
    }

    /** Returns what is documented of what stands here. */
    public Documentation documentation() {
        return documentation;
    }

    /** Remembers a use. Nothing is remembered of {@link #ANYWHERE}, which belongs to no analysis. */
    public void use(Use use) {
        if (this != ANYWHERE) {
            uses.add(use);
        }
    }

    /** Remembers that its fields are read as JSONata does it: those of each element if it is an array. */
    public void mapOver() {
        if (this != ANYWHERE) {
            isMappedOver = true;
        }
    }

    /** Returns whether its fields may be those of its elements. */
    public boolean isMappedOver() {
        return isMappedOver;
    }

    /** Remembers that it is handed out of the machine, or to a task, as a part of something: whatever is in it counts. */
    public void handOn() {
        if (this != ANYWHERE) {
            isHandedOn = true;
        }
    }

    /** Returns whether all that is in it counts, beside what has been read: it is handed on itself, or what it is a part of. */
    public boolean isHandedOn() {
        return isHandedOn || parent != null && parent.isHandedOn();
    }

    public Origin origin() {
        return origin;
    }

    /** Returns the uses of this very place, in their order. */
    public Collection<Use> uses() {
        return Collections.unmodifiableSet(uses);
    }

    /** Returns the places of the fields that were asked for, by name. */
    public Map<String, Place> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** Returns the place of the elements if it was asked for. */
    public Optional<Place> elements() {
        return Optional.ofNullable(element);
    }

    /** Returns the steps that lead to it from the whole value: the names of members, and {@code []} into the elements of an array. */
    public List<String> steps() {
        if (parent == null) {
            return List.of();
        }
        String last = step.equals(ELEMENT) ? ELEMENT : step.substring(1);
        return Stream.concat(parent.steps().stream(), Stream.of(last)).toList();
    }

    /** Returns whether it is a field of one of some places, or within such a field. */
    public boolean isInFieldOf(Predicate<Place> owner) {
        return parent != null && (!step.equals(ELEMENT) && owner.test(parent) || parent.isInFieldOf(owner));
    }

    /** Returns whether it is an element of an array, or a part of one. */
    public boolean isInElement() {
        return step.equals(ELEMENT) || parent != null && parent.isInElement();
    }

    /** Returns whether anything reads this place or a place in it. */
    public boolean isUsed() {
        return !uses.isEmpty()
                || fields.values().stream().anyMatch(Place::isUsed)
                || element != null && element.isUsed();
    }

    /** Returns the way into it, for messages. */
    @Override
    public String toString() {
        return parent == null ? origin.label() : parent + step;
    }
}
