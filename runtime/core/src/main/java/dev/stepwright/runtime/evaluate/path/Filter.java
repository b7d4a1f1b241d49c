package dev.stepwright.runtime.evaluate.path;

import dev.stepwright.expression.FilterExpression;
import dev.stepwright.expression.FilterExpression.Operand;
import dev.stepwright.expression.FilterOperator;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
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
            boolean element = exists.path().root() == PathRoot.ELEMENT;
            return (node, search) ->
                    !search.collect(stage, element ? node : search.document()).isEmpty();
        }
        return comparison((FilterExpression.Comparison) expression);
    }

    private static Filter comparison(FilterExpression.Comparison comparison) {
        Side left = side(comparison.left());
        if (comparison.right() instanceof Operand.Pattern pattern) {
            BoundedPattern matcher = new BoundedPattern(pattern.expression(), pattern.flags());
            return (element, search) -> {
                JsonNode value = left.value(element, search);
                return value != null && matches(matcher, value, search);
            };
        }
        Side right = side(comparison.right());
        FilterOperator operator = comparison.operator();
        return (element, search) ->
                FilterComparison.holds(left.value(element, search), operator, right.value(element, search), search);
    }

    /** Of an array one string must match. */
    private static boolean matches(BoundedPattern pattern, JsonNode value, Search search) {
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (element.isString() && pattern.matchesWhole(element.stringValue(), search)) {
                    return true;
                }
            }
            return false;
        }
        return value.isString() && pattern.matchesWhole(value.stringValue(), search);
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
            List<JsonNode> found = search.collect(stage, element ? node : search.document());
            if (!definite) {
                return Search.array(found);
            }
            return found.isEmpty() ? null : found.get(0);
        };
    }

    /** One side of a comparison; null where its path leads nowhere. */
    @FunctionalInterface
    interface Side {
        @Nullable
        JsonNode value(JsonNode element, Search search);
    }
}
