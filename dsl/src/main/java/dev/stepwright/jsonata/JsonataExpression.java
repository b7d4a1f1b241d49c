package dev.stepwright.jsonata;

import dev.stepwright.jsonata.compile.CompiledCode;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.value.Bounds;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.ResultForm;
import dev.stepwright.jsonata.value.Surroundings;
import dev.stepwright.jsonata.value.Undefined;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A JSONata expression, compiled. Immutable; evaluated by any number of threads at once. */
public final class JsonataExpression {
    private static final Surroundings CONSTANT =
            Surroundings.DEFAULT.withBounds(Bounds.DEFAULT.withSteps(100_000).withMemory(10_000_000));

    private final Syntax syntax;
    private final CompiledCode code;

    JsonataExpression(Syntax syntax, CompiledCode code) {
        this.syntax = syntax;
        this.code = code;
    }

    /** Returns the expression as a tree. */
    public Syntax syntax() {
        return syntax;
    }

    /**
     * Returns the value over an input, without bindings and within {@link dev.stepwright.jsonata.value.Bounds#DEFAULT}.
     *
     * @see #evaluate(JsonNode, Surroundings)
     */
    public JsonNode evaluate(JsonNode input) {
        return evaluate(input, Surroundings.DEFAULT);
    }

    /**
     * Returns the value over an input. Undefined, which is not JSON null, is a {@code MissingNode}. Neither the input nor the bindings
     * are changed; what is taken from them is not copied, so the result may share parts with them.
     *
     * @param input the document, a {@code MissingNode} for none
     * @throws JsonataException if the expression has no value, codes {@code T....} and {@code D....}, or exceeds a bound, codes {@code U1001}
     *     to {@code U1003}, {@code D1012} and {@code D2015}; U1004 if the value is or holds a function
     */
    public JsonNode evaluate(JsonNode input, Surroundings surroundings) {
        Evaluation evaluation = new Evaluation(input, surroundings, code.globals());
        try {
            return ResultForm.of(code.run(input, evaluation), evaluation);
        } catch (StackOverflowError tooDeep) {
            // The depth is bounded; only a thread with a very small stack comes here. Nothing shared has been changed.
            throw JsonataException.of("U1001");
        }
    }

    /** Returns the value if it is the same for every input and every surroundings, and has no error; else nothing. */
    public Optional<JsonNode> constant() {
        if (!Constancy.isConstant(syntax)) {
            return Optional.empty();
        }
        try {
            return Optional.of(evaluate(Undefined.VALUE, CONSTANT));
        } catch (JsonataException failed) {
            return Optional.empty();
        }
    }

    /** Returns the text of the tree. */
    @Override
    public String toString() {
        return syntax.text();
    }
}
