package dev.stepwright.runtime.evaluate.path;

import dev.stepwright.expression.FilterOperator;
import dev.stepwright.json.JsonValues;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The comparisons of filters, as the Jayway dialect has them. */
final class FilterComparison {
    private FilterComparison() {}

    /** Returns whether a comparison holds; a side is null where its path leads nowhere. */
    static boolean holds(@Nullable JsonNode left, FilterOperator operator, @Nullable JsonNode right, Search search) {
        return switch (operator) {
            case EQUAL -> equal(left, right, search);
            case NOT_EQUAL -> !equal(left, right, search);
            case STRICT_EQUAL -> strictlyEqual(left, right, search);
            case STRICT_NOT_EQUAL -> !strictlyEqual(left, right, search);
            case LESS -> isOrdered(left, right) && order(left, right) < 0;
            case AT_MOST -> isOrdered(left, right) && order(left, right) <= 0;
            case GREATER -> isOrdered(left, right) && order(left, right) > 0;
            case AT_LEAST -> isOrdered(left, right) && order(left, right) >= 0;
            case IN -> right != null && right.isArray() && contains(right, left, search);
            case NOT_IN -> right != null && right.isContainer() && !contains(right, left, search);
            case CONTAINS -> contains(left, right, search);
            default -> sets(left, operator, right, search);
        };
    }

    private static boolean sets(
            @Nullable JsonNode left, FilterOperator operator, @Nullable JsonNode right, Search search) {
        if (left == null || right == null) {
            return false;
        }
        if (operator == FilterOperator.EMPTY) {
            return (left.isString() || left.isContainer())
                    && right.isBoolean()
                    && (length(left) == 0) == right.booleanValue();
        }
        if (operator == FilterOperator.SIZE) {
            return (left.isString() || left.isArray())
                    && right.isNumber()
                    && length(left) == (int) JsonValues.nearestDouble(right);
        }
        if (!left.isArray() || !right.isArray()) {
            return false;
        }
        return switch (operator) {
            case SUBSET_OF -> containsAll(right, left, search);
            case ALL -> containsAll(left, right, search);
            case ANY_OF -> containsAny(right, left, search);
            case NONE_OF -> !containsAny(right, left, search);
            default -> throw new IllegalStateException("no comparison " + operator);
        };
    }

    /** A number and a text are compared as what the left one is. */
    private static boolean equal(@Nullable JsonNode left, @Nullable JsonNode right, Search search) {
        if (left == null || right == null) {
            return false;
        }
        if (left.isNumber() && right.isString()) {
            return equalsNumber(left, right.stringValue());
        }
        if (left.isString() && right.isNumber()) {
            return left.stringValue().equals(right.decimalValue().toString());
        }
        return strictlyEqual(left, right, search);
    }

    private static boolean equalsNumber(JsonNode number, String text) {
        try {
            return number.decimalValue().compareTo(new BigDecimal(text)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean strictlyEqual(@Nullable JsonNode left, @Nullable JsonNode right, Search search) {
        if (left == null || right == null) {
            return false;
        }
        search.spend(1 + Math.min(left.size(), right.size()));
        return JsonValues.equal(left, right);
    }

    private static boolean isOrdered(@Nullable JsonNode left, @Nullable JsonNode right) {
        return left != null
                && right != null
                && ((left.isNumber() && right.isNumber()) || (left.isString() && right.isString()));
    }

    private static int order(@Nullable JsonNode left, @Nullable JsonNode right) {
        if (left == null || right == null) {
            throw new IllegalStateException("only ordered values have an order");
        }
        return left.isNumber()
                ? JsonValues.compareNumbers(left, right)
                : left.stringValue().compareTo(right.stringValue());
    }

    private static boolean contains(@Nullable JsonNode whole, @Nullable JsonNode part, Search search) {
        if (whole == null || part == null) {
            return false;
        }
        if (whole.isString()) {
            return part.isString() && whole.stringValue().contains(part.stringValue());
        }
        for (JsonNode element : whole) {
            if (equal(part, element, search)) {
                return whole.isArray();
            }
        }
        return false;
    }

    private static boolean containsAll(JsonNode whole, JsonNode parts, Search search) {
        for (JsonNode part : parts) {
            if (!contains(whole, part, search)) {
                return false;
            }
        }
        return true;
    }

    private static boolean containsAny(JsonNode whole, JsonNode parts, Search search) {
        for (JsonNode part : parts) {
            if (contains(whole, part, search)) {
                return true;
            }
        }
        return false;
    }

    private static int length(JsonNode value) {
        return value.isString() ? value.stringValue().length() : value.size();
    }
}
