package dev.stepwright.conversion;

import dev.stepwright.dsl.tree.JsonataText;
import dev.stepwright.dsl.tree.Operators.JsonType;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.expression.FilterExpression;
import dev.stepwright.expression.FilterExpression.Operand;
import dev.stepwright.expression.FilterOperator;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import dev.stepwright.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Filters of paths as predicates, whose {@code $} is the element. */
final class FilterText {
    private static final Map<FilterOperator, String> ORDERS = Map.of(
            FilterOperator.LESS, "<",
            FilterOperator.AT_MOST, "<=",
            FilterOperator.GREATER, ">",
            FilterOperator.AT_LEAST, ">=");

    private final PathTrees paths;
    private final Tree root;

    /** @param root what {@code $} is in JSONPath */
    FilterText(PathTrees paths, Tree root) {
        this.paths = paths;
        this.root = root;
    }

    /** @throws Unconvertible if JSONata has no equivalent */
    String of(FilterExpression filter) {
        if (filter instanceof FilterExpression.And and) {
            return joined(and.terms(), " and ");
        }
        if (filter instanceof FilterExpression.Or or) {
            return joined(or.terms(), " or ");
        }
        if (filter instanceof FilterExpression.Not not) {
            return "$not(" + of(not.term()) + ")";
        }
        if (filter instanceof FilterExpression.Exists exists) {
            return member(exists.path()) + " != null"; // of what is missing, no comparison holds
        }
        return comparison((FilterExpression.Comparison) filter);
    }

    private String joined(List<FilterExpression> terms, String word) {
        return terms.stream()
                .map(term -> term instanceof FilterExpression.And || term instanceof FilterExpression.Or
                        ? "(" + of(term) + ")"
                        : of(term))
                .collect(Collectors.joining(word));
    }

    private String comparison(FilterExpression.Comparison comparison) {
        if (!(comparison.left() instanceof Operand.Path left)) {
            throw unknown(comparison.operator());
        }
        String value = member(left.path());
        if (comparison.operator() == FilterOperator.EQUAL) {
            return value + " = " + operand(comparison);
        }
        String order = ORDERS.get(comparison.operator());
        if (order == null || !(comparison.right() instanceof Operand.Literal literal)) {
            throw unknown(comparison.operator());
        }
        String type = type(literal.value(), comparison.operator()).jsonata();
        return "$type(" + value + ") = " + JsonText.quote(type) + " and " + value + " " + order + " "
                + JsonataText.of(TemplateTrees.literal(literal.value()));
    }

    private String operand(FilterExpression.Comparison comparison) {
        if (comparison.right() instanceof Operand.Literal literal
                && literal.value().isValueNode()) {
            return JsonataText.of(TemplateTrees.literal(literal.value()));
        }
        if (comparison.right() instanceof Operand.Path other && other.path().isReference()) {
            return other.path().root() == PathRoot.ELEMENT
                    ? member(other.path())
                    : JsonataText.of(paths.of(other.path(), root));
        }
        throw unknown(comparison.operator());
    }

    private static JsonType type(JsonNode value, FilterOperator operator) {
        if (value.isNumber() || value.isString()) {
            return value.isNumber() ? JsonType.NUMERIC : JsonType.STRING;
        }
        throw unknown(operator);
    }

    private static String member(JsonPath path) {
        if (path.root() != PathRoot.ELEMENT || !path.isReference()) {
            throw new Unconvertible("JSONata has no equivalent of a filter with the path " + path);
        }
        return member(path.steps());
    }

    /** Returns what is at some steps of the element. The variable without a name is the element itself, {@code $}; it goes without saying before a name. */
    static String member(List<PathStep> steps) {
        String path = JsonataText.of(new Tree.Selection(
                new Origin.Variable("", Object.class),
                steps.stream().map(PathTrees::segment).toList()));
        return path.startsWith("$.") ? path.substring(2) : path;
    }

    private static Unconvertible unknown(FilterOperator operator) {
        return new Unconvertible("JSONata has no equivalent of this \"" + operator.symbol() + "\" in a filter");
    }
}
