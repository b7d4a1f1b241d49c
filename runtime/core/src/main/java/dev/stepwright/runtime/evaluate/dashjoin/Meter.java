package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.Jsonata;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Counts what one evaluation costs and stops it at a limit. */
final class Meter {
    static final String STACK =
            "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive";
    private static final String MEMORY =
            "Expression evaluation memory limit exceeded: Check for excessive memory usage";
    private static final String TIME = "Expression evaluation timeout: Check for infinite loop";

    /** A value may hold so many times more values than the longest sequence. */
    private static final long WEIGHT_FACTOR = 2;

    /** All lists and objects that are built may together have so many times more members than the longest sequence. */
    private static final long BUILT_FACTOR = 16;

    private final JsonataLimits limits;
    private final Object[] open;
    private final Weights weights;
    private final @Nullable PatternGuard patterns;
    private int depth;
    private long steps;
    private @Nullable String breach;

    /** @param patterns whether the expression has regular expressions */
    Meter(JsonataLimits limits, boolean patterns) {
        this.patterns = patterns ? new PatternGuard(this) : null;
        this.limits = limits;
        this.open = new Object[limits.depth()];
        this.weights = new Weights(WEIGHT_FACTOR * limits.elements());
    }

    void attach(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((expression, input, environment) -> enter(expression));
        frame.setEvaluateExitCallback((expression, input, environment, result) -> leave(result));
    }

    /** Returns the text of the limit that was reached, or null. */
    @Nullable
    String breach() {
        return breach;
    }

    private void enter(Object expression) {
        if (depth == open.length) {
            throw breach(STACK);
        }
        if (patterns != null) {
            patterns.enter(depth);
        }
        open[depth++] = expression;
        spend(1);
    }

    private void leave(@Nullable Object result) {
        depth--;
        if (patterns != null) {
            patterns.evaluated(depth - 1, result);
        }
        if (result instanceof String text) {
            checkCharacters(text.length());
            spend(text.length() >> 5);
        } else if (result instanceof JsonView view) {
            spend(isOperand() ? size(view.node()) >> 2 : view.node().size() >> 3);
        } else if (result instanceof Collection || result instanceof Map) {
            int length = length(result);
            checkElements(length);
            long weight = weights.of(result);
            if (weight > WEIGHT_FACTOR * limits.elements() || weights.built() > BUILT_FACTOR * limits.elements()) {
                throw memory();
            }
            spend(isOperand() ? weight >> 2 : length >> 3);
        }
    }

    private static int length(Object result) {
        return result instanceof Collection<?> list ? list.size() : ((Map<?, ?>) result).size();
    }

    /** Operators compare and print values whole. The library hides its syntax tree but for the names of its classes. */
    private boolean isOperand() {
        return depth > 0 && open[depth - 1].getClass().getSimpleName().equals("Infix");
    }

    private static long size(JsonNode node) {
        long size = 1;
        if (node.isContainer()) {
            for (JsonNode child : node) {
                size += size(child);
            }
        }
        return size;
    }

    /** Charges for a function that looks at all a value holds. */
    void spendFor(@Nullable Object value) {
        spend((value instanceof JsonView view ? size(view.node()) : weights.of(value)) >> 2);
    }

    /** Takes from what the evaluation may cost. */
    void spend(long cost) {
        steps += cost;
        if (steps > limits.steps()) {
            throw breach(TIME);
        }
    }

    void checkCharacters(long count) {
        if (count > limits.characters()) {
            throw memory();
        }
    }

    void checkElements(long count) {
        if (count > limits.elements()) {
            throw memory();
        }
    }

    private Breach memory() {
        return breach(MEMORY);
    }

    private Breach breach(String text) {
        breach = text;
        return new Breach(text);
    }

    /** Leaves the evaluation; the library may wrap it, so the meter remembers. Has no stack trace. */
    static final class Breach extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Breach(String text) {
            super(text, null, false, false);
        }
    }
}
