package dev.stepwright.expression;

/** The value of a template member whose name ends in {@code .$}: a path or a call of an intrinsic function. ASL: Payload Template. */
public sealed interface TemplateExpression permits JsonPath, Intrinsic {
    /**
     * Returns the path or call that a text stands for.
     *
     * @param text a path if it begins with {@code $}, else a call
     * @throws ExpressionSyntaxException if it is neither
     */
    static TemplateExpression parse(String text) {
        return text.startsWith("$") ? JsonPath.parse(text) : Intrinsic.parse(text);
    }

    /** Returns the expression as written. */
    String text();
}
