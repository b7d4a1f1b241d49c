package dev.stepwright.types.lattice;

import java.util.Optional;
import java.util.Set;

/** What somebody has documented of the values at a {@link Place}. It is told where nobody who reads there tells otherwise. */
public interface Documentation {
    /** Nothing is documented. */
    Documentation NONE = new Documentation() {
        @Override
        public Optional<Kind> scalar() {
            return Optional.empty();
        }

        @Override
        public boolean isArray() {
            return false;
        }

        @Override
        public boolean isObject() {
            return false;
        }

        @Override
        public Documentation element() {
            return this;
        }

        @Override
        public Set<String> members() {
            return Set.of();
        }

        @Override
        public Documentation member(String name) {
            return this;
        }
    };

    /**
     * Returns whether this is told only where it is read: what is around every answer of a service; and what is documented by another name too,
     * where nobody knows which of the two is right.
     */
    default boolean isAside() {
        return false;
    }

    /** Returns the kind of scalar that it is; empty if it is none. */
    Optional<Kind> scalar();

    /** Returns whether it is an array. */
    boolean isArray();

    /** Returns whether it is an object. */
    boolean isObject();

    /** Returns what is documented of the elements of an array; nothing for other values. */
    Documentation element();

    /** Returns the names of the members of an object, or of the objects in an array; none if they may have any. */
    Set<String> members();

    /** Returns what is documented of a member of an object, or of the objects in an array; nothing if it has none of the name. */
    Documentation member(String name);

    /** Returns whether it is an object, or an array of some, whose members are documented and this is none of them. */
    default boolean lacks(String name) {
        Set<String> members = members();
        return !members.isEmpty() && !members.contains(name);
    }
}
