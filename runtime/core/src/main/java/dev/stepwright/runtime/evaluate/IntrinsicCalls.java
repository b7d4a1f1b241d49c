package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.IntrinsicFunction;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.runtime.evaluate.intrinsic.IntrinsicBodies;
import dev.stepwright.runtime.evaluate.intrinsic.IntrinsicBody;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Compiles calls of intrinsic functions. Whatever goes wrong in one is {@code States.Runtime}, as the service has it.
 *
 * <p>AWS: the cause of an argument of the wrong type is {@code Invalid arguments in States.MathAdd} and no more. Where the
 * types are right and the function still cannot do with the values, why follows after a colon.
 */
final class IntrinsicCalls {
    private IntrinsicCalls() {}

    static Expression compile(Intrinsic intrinsic) {
        Expression call = call(intrinsic.call(), intrinsic.text());
        return bindings -> {
            try {
                return call.evaluate(bindings);
            } catch (StackOverflowError e) {
                throw failure(intrinsic.text(), "A value is nested too deep.");
            }
        };
    }

    private static Expression call(Intrinsic.Call call, String text) {
        List<Intrinsic.Argument> arguments = call.arguments();
        Expression[] compiled = new Expression[arguments.size()];
        for (int i = 0; i < compiled.length; i++) {
            compiled[i] = argument(arguments.get(i), text);
        }
        IntrinsicFunction function = call.function();
        IntrinsicBody body = IntrinsicBodies.of(function);
        return bindings -> {
            JsonNode[] values = new JsonNode[compiled.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = compiled[i].evaluate(bindings);
                check(function, i, values[i], text);
            }
            try {
                return body.apply(values, bindings.chance());
            } catch (IntrinsicBody.Refusal e) {
                throw failure(text, invalid(function) + ": " + e.problem());
            }
        };
    }

    private static void check(IntrinsicFunction function, int index, JsonNode value, String text) {
        if (!function.parameter(index).accepts(value)) {
            throw failure(text, invalid(function));
        }
    }

    private static String invalid(IntrinsicFunction function) {
        return "Invalid arguments in " + function.asl();
    }

    private static EvaluationFailure failure(String text, String problem) {
        return new EvaluationFailure(
                ErrorNames.RUNTIME, "The function '" + text + "' had the following error: " + problem, null);
    }

    private static Expression argument(Intrinsic.Argument argument, String text) {
        if (argument instanceof Intrinsic.Literal literal) {
            return new Literal(literal.value());
        }
        if (argument instanceof Intrinsic.Call call) {
            return call(call, text);
        }
        JsonPath path = ((Intrinsic.Path) argument).path();
        Source source = JsonPathExpressions.source(path);
        String shown = path.root() == PathRoot.CONTEXT ? path.text().substring(1) : path.text();
        return bindings -> {
            JsonNode value = source.find(bindings);
            if (value == null) {
                throw missing(source, shown, text, bindings);
            }
            return value;
        };
    }

    private static EvaluationFailure missing(Source source, String shown, String text, Bindings bindings) {
        String miss = source.miss(bindings);
        String problem = miss.startsWith("Filter: ")
                ? miss
                : "The JsonPath argument for the field '" + shown + "' could not be found in the input '"
                        + Shown.of(bindings.input()) + "'";
        return failure(text, problem);
    }
}
