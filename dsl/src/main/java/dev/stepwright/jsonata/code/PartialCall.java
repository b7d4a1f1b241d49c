package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.Undefined;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code $f(a, ?)}: a function of what is left open. */
public final class PartialCall extends Code {
    private final Call.Callee callee;
    private final @Nullable Code[] arguments;

    /** @param arguments null where one is left open */
    public PartialCall(Call.Callee callee, @Nullable Code[] arguments) {
        this.callee = callee;
        this.arguments = arguments.clone();
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        @Nullable JsonNode[] given = new JsonNode[arguments.length];
        for (int i = 0; i < given.length; i++) {
            Code argument = arguments[i];
            given[i] = argument == null ? null : argument.eval(input, frame);
        }
        FunctionValue function = callee.function(callee.value(input, frame, "T1007"), "T1008");
        frame.evaluation.leave();
        return new Partial(function, given);
    }

    private static final class Partial extends FunctionValue {
        private static final long serialVersionUID = 1L;

        private final transient FunctionValue function;
        private final transient @Nullable JsonNode[] given;

        Partial(FunctionValue function, @Nullable JsonNode[] given) {
            this.function = function;
            this.given = given;
        }

        @Override
        public int arity() {
            int open = 0;
            for (JsonNode value : given) {
                open += value == null ? 1 : 0;
            }
            return open;
        }

        @Override
        public JsonNode invoke(JsonNode[] arguments, JsonNode context, Evaluation evaluation) {
            JsonNode[] all = new JsonNode[given.length];
            int next = 0;
            for (int i = 0; i < all.length; i++) {
                JsonNode value = given[i];
                if (value == null) {
                    value = next < arguments.length ? arguments[next] : Undefined.VALUE;
                    next++;
                }
                all[i] = value;
            }
            return function instanceof LambdaFunction lambda
                    ? lambda.run(all)
                    : function.invoke(all, context, evaluation);
        }
    }
}
