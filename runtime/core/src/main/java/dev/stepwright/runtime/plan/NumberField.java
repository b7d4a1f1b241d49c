package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Bindings;

/** A field whose value is a number: a literal, a path, an expression. */
@FunctionalInterface
public interface NumberField {
    /**
     * Returns the number.
     *
     * @throws dev.stepwright.runtime.evaluate.EvaluationFailure if there is none, or it is out of range
     */
    double value(Bindings bindings);
}
