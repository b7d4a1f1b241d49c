package dev.stepwright.runtime.evaluate;

import tools.jackson.databind.JsonNode;

/** A path, expression or template of a definition, compiled. Immutable; evaluated by any thread. */
@FunctionalInterface
public interface Expression {
    /**
     * Returns the value.
     *
     * @throws EvaluationFailure if there is none
     */
    JsonNode evaluate(Bindings bindings);
}
