package dev.stepwright.runtime.evaluate;

/** The condition of a Choice rule, compiled. Immutable; tested by any thread. */
@FunctionalInterface
public interface Condition {
    /**
     * Returns whether the rule matches.
     *
     * @throws EvaluationFailure if that cannot be said: a missing variable, an expression that fails or gives no boolean
     */
    boolean test(Bindings bindings);
}
