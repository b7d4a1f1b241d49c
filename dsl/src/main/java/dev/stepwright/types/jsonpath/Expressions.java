package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.ExpressionSyntaxException;
import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.TemplateExpression;
import dev.stepwright.json.Placeholders;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Parsed texts of a definition. Of a text that is no expression, or that a deployment tool completes, nothing is known. */
public final class Expressions {
    private final Map<String, Optional<TemplateExpression>> parsed = new HashMap<>();

    /** Returns the path or intrinsic call of a text. */
    Optional<TemplateExpression> expression(String text) {
        return parsed.computeIfAbsent(text, Expressions::parse);
    }

    /** Returns the path of a text. */
    public Optional<JsonPath> path(String text) {
        return expression(text).filter(JsonPath.class::isInstance).map(JsonPath.class::cast);
    }

    /** Judging a text that is no expression is the work of the validation; here it only means that nothing is known. */
    private static Optional<TemplateExpression> parse(String text) {
        try {
            TemplateExpression expression = TemplateExpression.parse(text);
            return isOpen(expression) ? Optional.empty() : Optional.of(expression);
        } catch (ExpressionSyntaxException notAnExpression) {
            return Optional.empty();
        }
    }

    /** A placeholder in a literal text of a call hides nothing; one in a path does. */
    private static boolean isOpen(TemplateExpression expression) {
        return expression instanceof JsonPath path ? isOpen(path) : isOpen(((Intrinsic) expression).call());
    }

    /** The service does not read all escapes in a path as the specification says, so nothing is said of them. */
    private static boolean isOpen(JsonPath path) {
        return Placeholders.areIn(path.text()) || path.text().indexOf('\\') >= 0;
    }

    private static boolean isOpen(Intrinsic.Call call) {
        return call.arguments().stream()
                .anyMatch(argument -> argument instanceof Intrinsic.Path path
                        ? isOpen(path.path())
                        : argument instanceof Intrinsic.Call inner && isOpen(inner));
    }
}
