package dev.stepwright.dsl;

import java.lang.StackWalker.StackFrame;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a state, and where it was given.
 *
 * @param place the line outside of the DSL that names the state; empty for a state that nobody named
 */
record StateName(String text, Optional<StackFrame> place) {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Set<Class<?>> WORDS = Set.of(
            StateName.class,
            ActionNode.class,
            ChoiceRules.class,
            Choice.class,
            Choices.class,
            Templates.class,
            Verbatim.class,
            TaskStates.class,
            Dsl.class);

    /** Names a state; the line that does so is remembered, but read only if something is wrong with the state. */
    static StateName of(String text) {
        return new StateName(
                Objects.requireNonNull(text, "the name of a state must not be null"),
                WALKER.walk(frames -> frames.filter(frame -> !WORDS.contains(frame.getDeclaringClass()))
                        .findFirst()));
    }

    /** Returns the line as a stack trace has it, such as {@code com.acme.Machines.order(Machines.java:42)}; empty if there is none. */
    String line() {
        return place.map(frame -> frame.toStackTraceElement().toString()).orElse("");
    }

    /** Names a state that nobody named. */
    static StateName made(String text) {
        return new StateName(text, Optional.empty());
    }
}
