package dev.stepwright.runtime.evaluate.path;

import dev.stepwright.expression.FilterExpression;
import dev.stepwright.expression.FilterExpression.Operand;
import dev.stepwright.expression.FilterOperator;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The condition of a filter step, compiled. */
@FunctionalInterface
interface Filter {
    boolean matches(JsonNode element, Search search);

    /** Compiles a condition. */
    static Filter compile(FilterExpression expression) {
        if (expression instanceof FilterExpression.Or or) {
            List<Filter> terms = or.terms().stream().map(Filter::compile).toList();
            return (element, search) -> terms.stream().anyMatch(term -> term.matches(element, search));
        }
        if (expression instanceof FilterExpression.And and) {
            List<Filter> terms = and.terms().stream().map(Filter::compile).toList();
            return (element, search) -> terms.stream().allMatch(term -> term.matches(element, search));
        }
        if (expression instanceof FilterExpression.Not not) {
            Filter term = compile(not.term());
            return (element, search) -> !term.matches(element, search);
        }
        if (expression instanceof FilterExpression.Exists exists) {
            Stage stage = Stage.compile(exists.path().steps());
            boolean definite = exists.path().isDefinite();
            // What exists is looked for in the element, even if the path begins with $. A null does not exist.
            return (node, search) -> {
                Search.Outcome outcome = search.run(stage, node);
                return outcome.exists() && !(definite && outcome.found().get(0).isNull());
            };
        }
        return comparison((FilterExpression.Comparison) expression);
    }

    private static Filter comparison(FilterExpression.Comparison comparison) {
        Side left = side(comparison.left());
        if (comparison.right() instanceof Operand.Pattern pattern) {
            BoundedPattern matcher = new BoundedPattern(pattern);
            return (element, search) -> matches(matcher, left.value(element, search), search);
        }
        Side right = side(comparison.right());
        FilterOperator operator = comparison.operator();
        return (element, search) ->
                FilterComparison.holds(left.value(element, search), operator, right.value(element, search), search);
    }

    /** Of an array one element must match. */
    private static boolean matches(BoundedPattern pattern, @Nullable JsonNode value, Search search) {
        if (value != null && value.isArray()) {
            for (JsonNode element : value) {
                if (pattern.matchesWhole(text(element), search)) {
                    return true;
                }
            }
            return false;
        }
        return pattern.matchesWhole(text(value), search);
    }

    /** Numbers, true and false match by their text; all else, and what is missing, is the empty text. */
    private static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isContainer()) {
            return "";
        }
        return value.isString() ? value.stringValue() : JsonText.compact(value);
    }

    private static Side side(Operand operand) {
        if (operand instanceof Operand.Literal literal) {
            return (element, search) -> literal.value();
        }
        JsonPath path = ((Operand.Path) operand).path();
        Stage stage = Stage.compile(path.steps());
        boolean element = path.root() == PathRoot.ELEMENT;
        boolean definite = path.isDefinite();
        return (node, search) -> {
            Search.Outcome outcome = search.run(stage, element ? node : search.document());
            if (outcome.isLost()) {
                return null;
            }
            return definite ? outcome.found().get(0) : Search.array(outcome.found());
        };
    }

    /** One side of a comparison; null where its path leads nowhere. */
    @FunctionalInterface
    interface Side {
        @Nullable
        JsonNode value(JsonNode element, Search search);
    }
}
