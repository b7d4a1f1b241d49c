package dev.stepwright.diagram.picture;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.StateVisitor;
import dev.stepwright.asl.SucceedState;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.UnknownState;
import dev.stepwright.asl.WaitState;
import java.util.Locale;

/** What a figure shows; its outline, its sign and its colour follow from it. */
enum Kind {
    TASK(
            "M2.5 0A2.5 2.5 0 1 1-2.5 0 2.5 2.5 0 1 1 2.5 0Z M4.5 0H7 M-4.5 0H-7 M0 4.5V7 M0-4.5V-7 M3.2 3.2 5 5 M-3.2-3.2-5-5 M3.2-3.2 5-5 M-3.2 3.2-5 5"),
    CHOICE("M0-7 7 0 0 7-7 0Z"),
    PARALLEL("M-5-7V7 M0-7V7 M5-7V7"),
    MAP("M-7-3H3V7H-7Z M-4-3V-6H6V4H3"),
    WAIT("M7 0A7 7 0 1 1-7 0 7 7 0 1 1 7 0Z M0-4V0L3 2"),
    PASS("M-7 0H6 M2-4 6 0 2 4"),
    SUCCEED("M-6 0-2 5 6-5"),
    FAIL("M-5-5 5 5 M5-5-5 5"),
    UNKNOWN("M-3-3C-3-8 4-8 4-3 4 0 0 0 0 3 M0 6V6.5"),
    /** A transition leads to a state that does not exist. */
    MISSING("M-3-3C-3-8 4-8 4-3 4 0 0 0 0 3 M0 6V6.5"),
    /** Tells of the picture itself. */
    NOTE("M0-1V5 M0-5V-4.9"),
    START(""),
    END("");

    private final String sign;

    Kind(String sign) {
        this.sign = sign;
    }

    /** Returns the lines of the kind's sign, around the point 0, 0, each coordinate between -8 and 8. */
    String sign() {
        return sign;
    }

    boolean isMark() {
        return this == START || this == END;
    }

    /** Returns whether it has a name, and an id. */
    boolean isNamed() {
        return !isMark() && this != NOTE;
    }

    /** Returns the kind as words for readers and for classes of style. */
    String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The kind of a state. */
    static final class OfState implements StateVisitor<Kind> {
        @Override
        public Kind task(TaskState state) {
            return TASK;
        }

        @Override
        public Kind parallel(ParallelState state) {
            return PARALLEL;
        }

        @Override
        public Kind map(MapState state) {
            return MAP;
        }

        @Override
        public Kind pass(PassState state) {
            return PASS;
        }

        @Override
        public Kind waiting(WaitState state) {
            return WAIT;
        }

        @Override
        public Kind choice(ChoiceState state) {
            return CHOICE;
        }

        @Override
        public Kind succeed(SucceedState state) {
            return SUCCEED;
        }

        @Override
        public Kind fail(FailState state) {
            return FAIL;
        }

        @Override
        public Kind unknown(UnknownState state) {
            return UNKNOWN;
        }
    }
}
