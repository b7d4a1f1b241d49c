package dev.stepwright.expression;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A call of an intrinsic function, for example {@code States.Format('{}', $.a)}. ASL: Intrinsic Functions. */
public final class Intrinsic implements TemplateExpression {
    /** How deep calls may be nested: 10. */
    public static final int MAX_DEPTH = 10;

    private final String text;
    private final Call call;

    Intrinsic(String text, Call call) {
        this.text = text;
        this.call = call;
    }

    /**
     * Returns the call that a text stands for.
     *
     * @throws ExpressionSyntaxException if it is no call, names an unknown function, or gives it arguments of the wrong number
     *     or, where they are literals, of the wrong type
     */
    public static Intrinsic parse(String text) {
        return new IntrinsicParser(text).parse();
    }

    @Override
    public String text() {
        return text;
    }

    /** Returns the outermost call. */
    public Call call() {
        return call;
    }

    @Override
    public String toString() {
        return text;
    }

    /** What a function is given. */
    public sealed interface Argument {}

    /** A string, number, boolean or null. */
    public record Literal(JsonNode value) implements Argument {}

    /** The value that a path leads to. */
    public record Path(JsonPath path) implements Argument {}

    /** The value of another function. */
    public record Call(IntrinsicFunction function, List<Argument> arguments) implements Argument {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}
