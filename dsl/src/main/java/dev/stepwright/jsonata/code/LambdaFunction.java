package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.Undefined;
import tools.jackson.databind.JsonNode;

/** A function written in JSONata. */
final class LambdaFunction extends FunctionValue {
    private static final long serialVersionUID = 1L;

    private final transient Lambda lambda;
    private final transient JsonNode input;
    private final transient Frame frame;

    LambdaFunction(Lambda lambda, JsonNode input, Frame frame) {
        this.lambda = lambda;
        this.input = input;
        this.frame = frame;
    }

    @Override
    public int arity() {
        return lambda.parameters.length;
    }

    @Override
    public JsonNode invoke(JsonNode[] arguments, JsonNode context, Evaluation evaluation) {
        return run(lambda.check == null ? arguments : lambda.check.check(arguments, context));
    }

    /**
     * Runs the function without a look at its signature.
     *
     * @param arguments made for this call; their array may become that of the variables
     */
    JsonNode run(JsonNode[] arguments) {
        if (lambda.takesArgumentsAsPlaces(arguments.length)) {
            return lambda.body.eval(input, frame.inner(arguments));
        }
        Frame own = frame.inner(lambda.places.count());
        for (int i = 0; i < lambda.parameters.length; i++) {
            own.slots[lambda.parameters[i]] = i < arguments.length ? arguments[i] : Undefined.VALUE;
        }
        return lambda.body.eval(input, own);
    }
}
