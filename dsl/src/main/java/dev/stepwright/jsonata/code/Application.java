package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.regex.Regex;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Undefined;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code a ~> $f} and {@code a ~> $f(b)}; two functions make their composition. */
public final class Application extends Code {
    private final Code left;
    private final Code right;
    private final int position;
    private final boolean keepArray;
    private final @Nullable Regex pattern;

    public Application(Code left, Code right, int position, boolean keepArray) {
        this.left = left;
        this.right = right;
        this.position = position;
        this.keepArray = keepArray;
        this.pattern = right.constant() instanceof Regex regex ? regex : null;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return Kept.collapse(raw(input, frame), keepArray);
    }

    @Override
    JsonNode raw(JsonNode input, Frame frame) {
        Evaluation evaluation = frame.evaluation;
        evaluation.enter();
        JsonNode value = left.eval(input, frame);
        JsonNode result = right instanceof Call call
                ? call.evalWith(value, input, frame)
                : apply(value, right.eval(input, frame), evaluation);
        evaluation.leave();
        return result;
    }

    /** A regular expression is only asked whether there is a match. */
    @Override
    boolean test(JsonNode input, Frame frame) {
        if (pattern == null) {
            return super.test(input, frame);
        }
        frame.evaluation.enter();
        JsonNode value = left.eval(input, frame);
        boolean found = value.isString() && pattern.isIn(value.stringValue(), frame.evaluation);
        frame.evaluation.leave();
        return found;
    }

    @Override
    boolean isTest() {
        return pattern != null;
    }

    private JsonNode apply(JsonNode value, JsonNode function, Evaluation evaluation) {
        if (!(function instanceof FunctionValue target)) {
            throw JsonataException.of("T2006", function).at(position, "~>");
        }
        if (value instanceof FunctionValue first) {
            return new Composition(first, target);
        }
        try {
            return evaluation.call(target, Undefined.VALUE, value);
        } catch (JsonataException error) {
            throw error.at(position, "~>");
        }
    }

    private static final class Composition extends FunctionValue {
        private static final long serialVersionUID = 1L;

        private final transient FunctionValue first;
        private final transient FunctionValue second;

        Composition(FunctionValue first, FunctionValue second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public int arity() {
            return 1;
        }

        @Override
        public JsonNode invoke(JsonNode[] arguments, JsonNode context, Evaluation evaluation) {
            evaluation.enter();
            JsonNode value = arguments.length == 0 ? Undefined.VALUE : arguments[0];
            JsonNode between = Sequence.collapse(evaluation.call(first, context, value));
            evaluation.leave();
            return evaluation.tailCall(second, new JsonNode[] {between});
        }
    }
}
