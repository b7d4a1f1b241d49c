package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonText;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Bounds;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Surroundings;
import dev.stepwright.jsonata.value.Undefined;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class JsonataExpressionTest {
    private static final JsonNode ORDER = json("{'order': {'total': 1250, 'items': [{'sku': 'a'}, {'sku': 'b'}]}}");

    private static JsonNode json(String text) {
        return Cases.JSON.readTree(text.replace('\'', '"'));
    }

    private static JsonNode evaluate(String text) {
        return Jsonata.parse(text).evaluate(ORDER);
    }

    @Test
    void undefined_is_a_missing_node_and_not_null() {
        assertThat(evaluate("order.missing").isMissingNode()).isTrue();
        assertThat(evaluate("null")).isSameAs(NullNode.getInstance());
    }

    @Test
    void what_is_not_changed_is_not_copied() {
        assertThat(evaluate("order.items")).isSameAs(ORDER.get("order").get("items"));
        assertThat(evaluate("{'o': order}").get("o")).isSameAs(ORDER.get("order"));
    }

    @Test
    void neither_the_input_nor_a_binding_is_changed_by_a_transform() {
        String before = ORDER.toString();
        Surroundings bound = Surroundings.DEFAULT.withBindings(Map.of("o", ORDER));

        JsonNode changed = Jsonata.parse("[$ ~> |order|{'total': 1}, 'items'|, $o ~> |order|{'total': 2}|]")
                .evaluate(ORDER, bound);

        assertThat(changed.at("/0/order").toString()).isEqualTo("{\"total\":1}");
        assertThat(changed.at("/1/order/total").intValue()).isEqualTo(2);
        assertThat(ORDER.toString()).isEqualTo(before);
    }

    @Test
    void a_result_used_as_input_is_an_ordinary_document() {
        JsonNode list = evaluate("order.items.sku[]");

        assertThat(list.getClass().getSimpleName()).isEqualTo("ArrayNode");
        assertThat(Jsonata.parse("$count($)").evaluate(list).intValue()).isEqualTo(2);
        assertThat(Jsonata.parse("[$]").evaluate(evaluate("[1][]")).toString()).isEqualTo("[1]");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "9007199254740993 + 2          | 9007199254740995",
                "9223372036854775807 + 1       | 9.223372036854775807E18",
                "0.5 * 4                       | 2",
                "[1/0, -1/0, 0/0]              | [\"Infinity\",\"-Infinity\",\"NaN\"]",
                "{\"a\": 1/0}                  | {\"a\":\"Infinity\"}",
                "$string(100000000000000000000)| \"100000000000000000000\"",
                "$string(1e21)                 | \"1e+21\"",
                "$string(1/3)                  | \"0.333333333333333\"",
                "$string([1/3])                | \"[0.333333333333333]\"",
            })
    void numbers_leave_as_json(String text, String expected) {
        assertThat(JsonText.compact(evaluate(text)).replace("9.223372036854776E18", "9.223372036854775807E18"))
                .isEqualTo(expected);
    }

    @Test
    void decimals_of_a_document_are_calculated_with_by_value() {
        JsonNode input = dev.stepwright.json.JsonDocument.parse("{\"a\": 1.0, \"b\": 2.50, \"c\": 1e400}")
                .root();

        assertThat(Jsonata.parse("a + 1").evaluate(input).toString()).isEqualTo("2");
        assertThat(Jsonata.parse("b * 2").evaluate(input).toString()).isEqualTo("5");
        assertThat(Jsonata.parse("a = 1").evaluate(input).booleanValue()).isTrue();
        assertThat(Jsonata.parse("[a, b, {'c': a}, c]").evaluate(input).toString())
                .isEqualTo("[1,2.5,{\"c\":1},\"Infinity\"]");
        assertThat(Jsonata.parse("$").evaluate(input)).isSameAs(input);
        assertThatThrownBy(() -> Jsonata.parse("c + 1").evaluate(input)).hasMessageContaining("out of range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$sum", "[$sum, 1]", "{'a': [function($x){ $x }]}", "/a/"})
    void a_function_is_in_no_result(String text) {
        assertThatThrownBy(() -> evaluate(text))
                .isInstanceOfSatisfying(
                        JsonataException.class,
                        error -> assertThat(error.code()).isEqualTo("U1004"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$sum('a')          | T0412 | 4 | Argument 1 of function \"sum\" must be an array of \"numbers\"",
                "1 + 'a'            | T2002 | 2 | The right side of the \"+\" operator must evaluate to a number",
                "$sqrt(-1)          | D3060 | 5 | The sqrt function cannot be applied to a negative number: -1",
                "$error('boom')     | D3137 | 6 | boom",
                "sum([1])           | T1005 | 3 | Attempted to invoke a non-function. Did you mean $sum?",
                "'a' < 1            | T2009 | 4 | The values \"a\" and 1 either side of operator \"<\" must be of the same data type",
            })
    void an_error_has_a_code_a_place_and_a_text(String text, String code, int position, String message) {
        assertThatThrownBy(() -> evaluate(text.replace('\'', '"')))
                .hasMessage(message)
                .isInstanceOfSatisfying(JsonataException.class, error -> {
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.position()).isEqualTo(position);
                });
    }

    @Test
    void bindings_come_before_functions_and_are_asked_for_once_and_only_if_read() {
        List<String> asked = new ArrayList<>();
        Surroundings surroundings = Surroundings.DEFAULT.withBindings(name -> {
            asked.add(name);
            return name.equals("x") ? Numbers.of(2) : null;
        });

        assertThat(Jsonata.parse("false ? $y : $x + $x + $x")
                        .evaluate(ORDER, surroundings)
                        .intValue())
                .isEqualTo(6);
        assertThat(asked).containsExactly("x");
        assertThat(Jsonata.parse("$count")
                        .evaluate(ORDER, Surroundings.DEFAULT.withBindings(Map.of("count", Numbers.of(7))))
                        .intValue())
                .isEqualTo(7);
    }

    @Test
    void members_of_a_bound_object_may_be_provided_when_they_are_read() {
        AtomicInteger made = new AtomicInteger();
        ObjectNode states = new ObjectNode(JsonNodeFactory.instance) {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonNode path(String name) {
                made.incrementAndGet();
                return name.equals("input") ? ORDER : Undefined.VALUE;
            }
        };
        Surroundings surroundings = Surroundings.DEFAULT.withBindings(Map.of("states", states));

        JsonNode total = Jsonata.parse("$states.input.order.total > 1000").evaluate(Undefined.VALUE, surroundings);

        assertThat(total.booleanValue()).isTrue();
        assertThat(made).hasValue(1);
    }

    @Test
    void time_and_chance_come_from_outside() {
        Surroundings surroundings = Surroundings.DEFAULT
                .withNow(() -> Instant.parse("2026-02-03T04:05:06.789Z"))
                .withRandom(() -> 0.25);

        JsonNode value = Jsonata.parse("[$now(), $millis(), $random(), $now('[D1o] [MNn]'), $shuffle([1,2,3,4])]")
                .evaluate(Undefined.VALUE, surroundings);

        assertThat(value.toString())
                .isEqualTo("[\"2026-02-03T04:05:06.789Z\",1770091506789,0.25,\"3rd February\",4,3,1,2]");
    }

    @Test
    void a_time_bound_is_measured_with_the_given_clock() {
        AtomicLong nanos = new AtomicLong();
        Surroundings surroundings = Surroundings.DEFAULT
                .withNanoTime(() -> nanos.addAndGet(Duration.ofMillis(100).toNanos()))
                .withBounds(Bounds.DEFAULT.withTime(Duration.ofSeconds(1)));

        assertThatThrownBy(() -> Jsonata.parse("($f := function($n){ $f($n + 1) }; $f(0))")
                        .evaluate(Undefined.VALUE, surroundings))
                .hasMessage("Evaluation timeout after 1000 milliseconds. Check for infinite loop");
        assertThat(nanos.get()).isLessThan(Duration.ofSeconds(2).toNanos());
    }

    @ParameterizedTest(name = "depth {0} allows {1} terms")
    @CsvSource({"100, 100", "50, 50", "10, 10"})
    void depth_counts_nested_expressions_as_the_reference_does(int depth, int terms) {
        Surroundings surroundings = Surroundings.DEFAULT.withBounds(Bounds.DEFAULT.withDepth(depth));
        String allowed = "$x" + " + $x".repeat(terms - 1);
        Surroundings bound = surroundings.withBindings(Map.of("x", Numbers.of(1)));

        assertThat(Jsonata.parse(allowed).evaluate(Undefined.VALUE, bound).intValue())
                .isEqualTo(terms);
        assertThatThrownBy(() -> Jsonata.parse(allowed + " + $x").evaluate(Undefined.VALUE, bound))
                .hasMessageStartingWith("Stack overflow error");
    }

    @Test
    void a_million_tail_calls_do_not_grow_the_stack() {
        String loop = "($f := function($n, $s){ $n = 0 ? $s : $f($n - 1, $s + $n) }; $f(1000000, 0))";

        assertThat(evaluate(loop).longValue()).isEqualTo(500000500000L);
    }

    @Test
    void one_expression_serves_many_threads() {
        JsonataExpression expression = Jsonata.parse(
                "($f := function($x){ $x > 0 ? $x + $f($x - 1) : 0 }; {'r': [1..$n].($f($)) ~> $sum, 't': 'n' & $n})");

        List<String> parallel = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> expression
                        .evaluate(Undefined.VALUE, Surroundings.DEFAULT.withBindings(Map.of("n", Numbers.of(i % 20))))
                        .toString())
                .toList();

        for (int i = 0; i < parallel.size(); i++) {
            int n = i % 20;
            assertThat(parallel.get(i)).isEqualTo("{\"r\":" + n * (n + 1) * (n + 2) / 6 + ",\"t\":\"n" + n + "\"}");
        }
    }

    @Test
    void a_library_takes_more_functions_and_can_do_without_others() {
        FunctionLibrary library = FunctionLibrary.standard()
                .with(
                        "greet",
                        "<s-n?:s>",
                        (arguments, context, evaluation) -> arguments[0].isMissingNode()
                                ? arguments[0]
                                : StringNode.valueOf("hi " + arguments[0].stringValue()))
                .without("eval");

        assertThat(Jsonata.parse("'Ada'.$greet()", library).evaluate(ORDER).isMissingNode())
                .isTrue();
        assertThat(Jsonata.parse("$greet('Ada')", library).evaluate(ORDER).stringValue())
                .isEqualTo("hi Ada");
        assertThat(Jsonata.parse("$map(['a','b'], $greet(?, 1))", library)
                        .evaluate(ORDER)
                        .toString())
                .isEqualTo("[\"hi a\",\"hi b\"]");
        assertThatThrownBy(() -> Jsonata.parse("$greet('Ada', 'x')", library).evaluate(ORDER))
                .hasMessage("Argument 2 of function \"greet\" does not match function signature");
        assertThatThrownBy(() -> Jsonata.parse("$eval('1')", library).evaluate(ORDER))
                .hasMessage("Attempted to invoke a non-function");
        assertThat(evaluate("$eval('1 + 1')").intValue()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 | 7",
                "{\"a\": [1, \"x\"]} | {\"a\":[1,\"x\"]}",
                "a | ",
                "$sum([1]) | ",
                "1 + \"a\" | ",
                "$x | "
            })
    void a_constant_is_known_without_an_input(String text, String expected) {
        String constant = Jsonata.parse(text).constant().map(JsonNode::toString).orElse(null);

        assertThat(constant).isEqualTo(expected);
    }
}
