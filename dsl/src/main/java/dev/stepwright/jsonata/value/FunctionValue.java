package dev.stepwright.jsonata.value;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/** A function as a value. It exists only while an expression is evaluated and never leaves it as a result. */
public abstract class FunctionValue extends POJONode {
    private static final long serialVersionUID = 1L;

    protected FunctionValue() {
        super("function");
    }

    /** Returns how many arguments the function takes at most; higher-order functions give it no more. */
    public abstract int arity();

    /**
     * Returns the value, or {@link TailCall#PENDING} when the evaluation holds a call that is to be made instead.
     *
     * @param context the context value where the function is called
     */
    public abstract JsonNode invoke(JsonNode[] arguments, JsonNode context, Evaluation evaluation);

    @Override
    public final boolean equals(Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }
}
