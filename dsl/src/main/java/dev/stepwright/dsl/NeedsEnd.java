package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state machine that has no end yet: it needs {@code end()}, or a last flow that nothing can follow.
 *
 * @param <I> the type of the machine's input
 * @param <O> the type of the output so far
 */
public final class NeedsEnd<I, O> {
    private final Step<I, O> states;
    private final MachineSettings settings;

    NeedsEnd(Step<I, O> states) {
        this(states, MachineSettings.DEFAULT);
    }

    private NeedsEnd(Step<I, O> states, MachineSettings settings) {
        this.states = states;
        this.settings = settings;
    }

    private NeedsEnd<I, O> with(MachineSettings other) {
        return new NeedsEnd<>(states, other);
    }

    /** Sets the query language; without this, it is JSONata. */
    public NeedsEnd<I, O> queryLanguage(QueryLanguage language) {
        return with(settings.language(language));
    }

    /** Sets the {@code Comment} of the machine: for readers, without effect. */
    public NeedsEnd<I, O> comment(String comment) {
        return with(settings.comment(comment));
    }

    /** Sets the version of the language; {@code 1.0} is the only one, and the default. */
    public NeedsEnd<I, O> version(String version) {
        return with(settings.version(version));
    }

    /**
     * Limits the time of an execution, which then fails with {@link Errors#TIMEOUT}; without this, it may take as long as the service lets it.
     *
     * @param timeout whole seconds, 1 to 99,999,999
     */
    public NeedsEnd<I, O> timeout(Duration timeout) {
        return with(settings.timeout(timeout));
    }

    /**
     * Sets a field of the machine as it stands, whatever the DSL would write there.
     *
     * @param value a Java value, as Jackson writes it; {@code json(...)} for a JSON text
     */
    public NeedsEnd<I, O> with(String field, @Nullable Object value) {
        return with(settings.with(field, value));
    }

    /**
     * Lists states behind another one; without this, they are listed in the order in which control reaches them. The order has no
     * meaning in ASL.
     *
     * @param state the name of the one before them
     */
    public NeedsEnd<I, O> statesAfter(String state, String... states) {
        return with(settings.order(state, List.of(states)));
    }

    /** Lists states of a scope before all others of it; see {@link #statesAfter}. */
    public NeedsEnd<I, O> statesFirst(String... states) {
        return with(settings.order(null, List.of(states)));
    }

    /**
     * Makes the machine even if a service would refuse it, as {@code Validator} says. For definitions that are taken over with their
     * faults.
     */
    public NeedsEnd<I, O> unchecked() {
        return with(settings.unchecked());
    }

    /**
     * Makes the machine although a rule has findings in some states, errors among them, and tells nothing of them: for a machine that
     * is to fail, say. AWS goes on refusing what it refuses.
     *
     * @param rule the id of the rule, such as {@code ASL-FLW-001}; docs/rules.md explains each. One that does not exist keeps the
     *     machine from being made
     * @param states the names of the states, with all that is in them; none for the whole machine
     */
    public NeedsEnd<I, O> ignoring(String rule, String... states) {
        return with(settings.ignoring(rule, List.of(states)));
    }

    /** Goes on with another step. */
    public <P> NeedsEnd<I, P> then(Step<? super O, P> next) {
        return new NeedsEnd<>(states.then(next), settings);
    }

    /**
     * Ends with a flow that nothing can follow, such as {@code succeed}, {@code fail}, {@code goTo}.
     *
     * @throws InvalidStateMachineException if the machine has faults that the compiler cannot see
     */
    public <R> StateMachine<I, R> then(Terminal<? super O, R> last) {
        return StateMachine.of(Node.sequence(states.node(), last.node()), settings);
    }

    /**
     * Ends the machine with the output of its last step.
     *
     * @throws InvalidStateMachineException if the machine has faults that the compiler cannot see
     */
    public StateMachine<I, O> end() {
        return StateMachine.of(states.node(), settings);
    }
}
