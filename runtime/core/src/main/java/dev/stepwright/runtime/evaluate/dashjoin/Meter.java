package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.Jsonata;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what one evaluation costs and stops it at a limit. */
final class Meter {
    static final String STACK =
            "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive";

    private final JsonataLimits limits;
    private final Object[] open;
    private int depth;
    private long steps;
    private @Nullable String breach;

    Meter(JsonataLimits limits) {
        this.limits = limits;
        this.open = new Object[limits.depth() + 1];
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
        if (depth == limits.depth()) {
            throw breach(STACK);
        }
        open[depth++] = expression;
        spend(1);
    }

    private void leave(@Nullable Object result) {
        depth--;
        if (result instanceof String text) {
            checkCharacters(text.length());
            spend(text.length() >> 6);
        } else if (result instanceof Collection<?> list) {
            checkElements(list.size());
            spend(list.size() >> 4);
        }
        if (depth > 0 && (result instanceof Map || result instanceof Collection) && isOperator(open[depth - 1])) {
            measure(result);
        }
    }

    /** The library hides its syntax tree but for the names of its classes. */
    private static boolean isOperator(Object expression) {
        return expression.getClass().getSimpleName().equals("Infix");
    }

    /** Counts a value with all inside it; operators compare and print values whole, and one part may stand in many places. */
    void measure(@Nullable Object value) {
        if (value instanceof JsonView) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            spend(1L + map.size());
            map.values().forEach(this::measure);
        } else if (value instanceof Collection<?> list && !list.isEmpty()) {
            spend(1L + (list.size() >> 2));
            list.forEach(this::measure);
        }
    }

    /** Takes from what the evaluation may cost. */
    void spend(long cost) {
        steps += cost;
        if (steps > limits.steps()) {
            throw breach("Expression evaluation timeout: Check for infinite loop");
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

    Breach memory() {
        return breach("Expression evaluation memory limit exceeded: Check for excessive memory usage");
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
