package dev.stepwright.dsl.expr;

import static dev.stepwright.dsl.Dsl.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.dsl.tree.JsonPathText;
import dev.stepwright.dsl.tree.JsonataText;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonText;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.jsonata.value.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Each operator of each kind of value does what it is called, in both languages, against a constant and against a path. */
class OperatorsTest {
    private static final Instant TIME = Instant.parse("2026-06-01T00:00:00Z");

    enum Size {
        SMALL,
        LARGE
    }

    /** The first of each kind is compared with the second. */
    record Pair(
            int a,
            int b,
            String s,
            String t,
            Instant u,
            Instant v,
            boolean p,
            boolean q,
            Size size,
            List<String> many) {}

    private static Pair pair(int order) {
        return new Pair(
                5 + order,
                5,
                "b" + (char) ('m' + order),
                "bm",
                TIME.plusSeconds(order),
                TIME,
                order == 0,
                true,
                Size.LARGE,
                List.of("x", "y", "x"));
    }

    static Stream<Arguments> comparisons() {
        var number = path(Pair::a);
        var text = path(Pair::s);
        var time = path(Pair::u);
        IntPredicate less = order -> order < 0;
        IntPredicate lessOrEqual = order -> order <= 0;
        IntPredicate equal = order -> order == 0;
        IntPredicate greaterOrEqual = order -> order >= 0;
        IntPredicate greater = order -> order > 0;
        return Stream.of(
                Arguments.of("NumericLessThan", number.lessThan(5), number.lessThan(path(Pair::b)), less),
                Arguments.of(
                        "NumericLessThanEquals",
                        number.lessThanOrEqualTo(5),
                        number.lessThanOrEqualTo(path(Pair::b)),
                        lessOrEqual),
                Arguments.of("NumericEquals", number.equalTo(5), number.equalTo(path(Pair::b)), equal),
                Arguments.of(
                        "NumericGreaterThanEquals",
                        number.greaterThanOrEqualTo(5),
                        number.greaterThanOrEqualTo(path(Pair::b)),
                        greaterOrEqual),
                Arguments.of("NumericGreaterThan", number.greaterThan(5), number.greaterThan(path(Pair::b)), greater),
                Arguments.of("StringLessThan", text.lessThan("bm"), text.lessThan(path(Pair::t)), less),
                Arguments.of(
                        "StringLessThanEquals",
                        text.lessThanOrEqualTo("bm"),
                        text.lessThanOrEqualTo(path(Pair::t)),
                        lessOrEqual),
                Arguments.of("StringEquals", text.equalTo("bm"), text.equalTo(path(Pair::t)), equal),
                Arguments.of(
                        "StringGreaterThanEquals",
                        text.greaterThanOrEqualTo("bm"),
                        text.greaterThanOrEqualTo(path(Pair::t)),
                        greaterOrEqual),
                Arguments.of("StringGreaterThan", text.greaterThan("bm"), text.greaterThan(path(Pair::t)), greater),
                Arguments.of("TimestampLessThan", time.before(TIME), time.before(path(Pair::v)), less),
                Arguments.of("TimestampLessThanEquals", time.notAfter(TIME), time.notAfter(path(Pair::v)), lessOrEqual),
                Arguments.of("TimestampEquals", time.equalTo(TIME), time.equalTo(path(Pair::v)), equal),
                Arguments.of(
                        "TimestampGreaterThanEquals",
                        time.notBefore(TIME),
                        time.notBefore(path(Pair::v)),
                        greaterOrEqual),
                Arguments.of("TimestampGreaterThan", time.after(TIME), time.after(path(Pair::v)), greater),
                Arguments.of(
                        "BooleanEquals", path(Pair::p).isTrue(), path(Pair::p).equalTo(path(Pair::q)), equal));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("comparisons")
    void a_comparison_holds_where_its_name_says(
            String operator, Condition<Pair> constant, Condition<Pair> path, IntPredicate holds) {
        for (int order = -1; order <= 1; order++) {
            assertThat(evaluate(constant.tree(), pair(order)).booleanValue())
                    .as("%s in %s", JsonataText.of(constant.tree()), pair(order))
                    .isEqualTo(holds.test(order));
            assertThat(evaluate(path.tree(), pair(order)).booleanValue())
                    .as("%s in %s", JsonataText.of(path.tree()), pair(order))
                    .isEqualTo(holds.test(order));
        }
        assertThat(rule(constant).propertyNames()).containsExactly("Variable", operator);
        assertThat(rule(path).propertyNames()).containsExactly("Variable", operator + "Path");
    }

    static Stream<Arguments> functions() {
        var text = path(Pair::s);
        var many = path(Pair::many);
        return Stream.of(
                Arguments.of(text.upperCase(), "\"BM\""),
                Arguments.of(text.upperCase().lowerCase(), "\"bm\""),
                Arguments.of(text.base64Encode(), "\"Ym0=\""),
                Arguments.of(text.base64Encode().base64Decode(), "\"bm\""),
                Arguments.of(text.split('m'), "[\"b\"]"),
                Arguments.of(many.distinct(), "[\"x\",\"y\"]"),
                Arguments.of(many.contains("y"), "true"),
                Arguments.of(many.contains(path(Pair::s)), "false"),
                Arguments.of(many.item(1), "\"y\""));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("functions")
    void a_function_gives_what_its_name_says(Expr<Pair, Object, ?> call, String expected) {
        assertThat(JsonText.compact(evaluate(call.tree(), pair(0)))).isEqualTo(expected);
    }

    static Stream<Arguments> fallbacks() {
        return Stream.of(
                Arguments.of(path(Pair::a).orElse(7), "6", "7"),
                Arguments.of(path(Pair::s).orElse("none"), "\"bn\"", "\"none\""),
                Arguments.of(path(Pair::p).orElse(true), "false", "true"),
                Arguments.of(path(Pair::size).orElse(Size.SMALL), "\"LARGE\"", "\"SMALL\""));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("fallbacks")
    void a_fallback_stands_for_what_is_missing(Expr<Pair, Object, ?> value, String there, String missing) {
        assertThat(JsonText.compact(evaluate(value.tree(), pair(1)))).isEqualTo(there);
        assertThat(JsonText.compact(evaluate(value.tree(), Map.of()))).isEqualTo(missing);
    }

    private static JsonNode rule(Condition<Pair> condition) {
        return new JsonPathText(Origin.Place.INPUT, limit -> {
                    throw new AssertionError(limit.reason());
                })
                .rule(condition.tree());
    }

    private static JsonNode evaluate(Tree tree, Object input) {
        Map<String, JsonNode> bindings =
                Map.of("states", JsonNodeFactory.instance.objectNode().set("input", JavaValues.toJson(input)));
        return Jsonata.parse(JsonataText.of(tree))
                .evaluate(JsonNodeFactory.instance.missingNode(), Surroundings.DEFAULT.withBindings(bindings));
    }
}
