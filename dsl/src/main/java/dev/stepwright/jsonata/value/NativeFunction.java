package dev.stepwright.jsonata.value;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.Signature;
import tools.jackson.databind.JsonNode;

/** A function written in Java. */
public final class NativeFunction extends FunctionValue {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final int arity;
    private final transient ArgumentCheck check;
    private final transient Body body;

    /** What a function does. Called by many threads. */
    @FunctionalInterface
    public interface Body {
        /**
         * Returns the value; undefined is {@link Undefined#VALUE}.
         *
         * @param arguments checked against the signature, one per parameter at least; undefined where none was given
         * @param context the context value at the call
         * @throws JsonataException to end the evaluation with an error
         */
        JsonNode apply(JsonNode[] arguments, JsonNode context, Evaluation evaluation);
    }

    /**
     * @param name without {@code $}
     * @param signature for example {@code <s-n?:s>}
     */
    public NativeFunction(String name, String signature, Body body) {
        this(name, Signature.parse(signature), -1, body);
    }

    private NativeFunction(String name, Signature parsed, int arity, Body body) {
        this.name = name;
        this.arity = arity < 0 ? parsed.parameters().size() : arity;
        this.check = new ArgumentCheck(parsed);
        this.body = body;
    }

    /** Returns a function that higher-order functions give fewer arguments than its signature has parameters. */
    public static NativeFunction ofArity(int arity, String name, String signature, Body body) {
        return new NativeFunction(name, Signature.parse(signature), arity, body);
    }

    public String name() {
        return name;
    }

    /** Returns the number of arguments that no call can do without. */
    public int least() {
        return check.least();
    }

    /** Returns the largest number of arguments; {@link Integer#MAX_VALUE} for any. */
    public int most() {
        return check.most();
    }

    @Override
    public int arity() {
        return arity;
    }

    @Override
    public JsonNode invoke(JsonNode[] arguments, JsonNode context, Evaluation evaluation) {
        try {
            return body.apply(check.check(arguments, context), context, evaluation);
        } catch (JsonataException error) {
            throw error.token() == null ? error.named(name) : error;
        }
    }
}
