package dev.stepwright.types.jsonata;

import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;
import java.util.Optional;

/** Is told what an expression reads while it is looked at. */
public interface Listener {
    /** Hears nothing. */
    Listener NONE = new Listener() {
        @Override
        public void uses(Value value, Need need, boolean certain) {}

        @Override
        public void asks(Value value) {}

        @Override
        public void reads(Member member) {}

        @Override
        public void swallows(Gap gap) {}

        @Override
        public void mismatches(Value value, Need need, Part part) {}
    };

    /** A value is read. */
    void uses(Value value, Need need, boolean certain);

    /**
     * A member that is read of the input.
     *
     * @param next the name that is read of it, if there is one
     * @param value what it can be
     * @param start where in the expression its name stands
     */
    record Member(Value input, String name, Optional<String> next, Value value, int start) {
        /** Returns the path to the member of the input that has a name. */
        public String path(String of) {
            return Steps.path(Steps.INPUT, of);
        }
    }

    /** A member of the input is read that may be there, by somebody who expects it to be. */
    void reads(Member member);

    /** Something is made of a value, or not, or this or that, as a condition decides about it. */
    void asks(Value value);

    /** Something undefined is read where that does not make the whole expression undefined. */
    void swallows(Gap gap);

    /**
     * A part of an expression.
     *
     * @param what how messages call it
     * @param start where in the expression it stands
     * @param certain whether the expression fails whenever the part is not what it must be
     */
    record Part(String what, int start, boolean certain) {}

    /** A value is needed to be something; it may be known to be something else. */
    void mismatches(Value value, Need need, Part part);
}
