package dev.stepwright.runtime.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwright.expression.ValueType;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.jsonata.value.Bounds;
import dev.stepwright.runtime.evaluate.jsonata.ServiceFunctions;
import dev.stepwright.runtime.time.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Expressions that would take all time or memory end at a limit. The limits are small here, so that nothing has to be waited for. */
class HostileJsonataTest {
    private static final Bounds SMALL = new Bounds(100, 100_000, 10_000, 10_000, 1 << 20, Duration.ofDays(1));
    private static final String STACK = "threw an error during evaluation: Stack overflow error: "
            + "Check for non-terminating recursive function. Consider rewriting as tail-recursive";
    private static final String MEMORY =
            "threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage";
    private static final String TIME =
            "threw an error during evaluation: Expression evaluation timeout: Check for infinite loop";

    @ParameterizedTest
    @ValueSource(strings = {"($f := function($n){ $f($n + 1) }; $f(0))", "$sum([1..9000].($sum([1..9000])))"})
    void an_expression_without_end_is_stopped(String expression) {
        assertThat(failure(expression)).isEqualTo(TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($s, $i){ $s = $s & 'x' ? 1 : $f($s, $i + 1) }; $f($pad('', 9000, 'x'), 0))",
                "($x := [1..9000]; $f := function($i){ $x = $append($x, 1) ? 1 : $f($i + 1) }; $f(0))",
                "($x := [1..9000]; $f := function($i){ $f($count($distinct($x))) }; $f(0))",
                "[1..10001]",
                "$range(1, 20000, 1)",
                "$pad('', 2000000000)",
                "($d := function($s, $n){ $n = 0 ? $s : $d($s & $s, $n - 1) }; $d('x', 31))",
                "($d := function($s, $n){ $n = 0 ? $s : $d($append($s, $s), $n - 1) }; $d([1], 31))",
                "($d := function($s, $n){ $n = 0 ? $s : $d({'a': $s, 'b': $s}, $n - 1) }; $d(1, 60))",
                "($d := function($s, $n){ $n = 0 ? $s : $d([[$s], [$s]], $n - 1) }; $d(1, 60))",
                "$join([1..9000].('x'), 'yyyyyyyyyyyyyyyy')",
                "$replace($pad('', 9000, 'x'), 'x', 'yyyyyyyyyyyyyyyy')",
                "$replace($pad('', 9000, 'x'), /x/, 'yyyyyyyyyyyyyyyy')",
                "$replace($pad('', 9000, 'x'), /x/, function($m){ $pad('', 9000, 'y') })",
                "[1..9000].($x := [1..9000])",
                "$string([1..9000])"
            })
    void a_value_without_measure_is_stopped(String expression) {
        assertThat(failure(expression)).isEqualTo(MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$match($text, /a*a*a*a*a*a*a*a*b/)",
                "$contains($text, /a*a*a*a*a*a*a*a*b/)",
                "$replace($text, /a*a*a*a*a*a*a*a*b/, 'x')",
                "$split($text, /a*a*a*a*a*a*a*a*b/)",
                "$text ~> /a*a*a*a*a*a*a*a*b/",
                "($r := /a*a*a*a*a*a*a*a*b/; $f := function($s){ $r($s) }; $f($text))",
                "$contains($text, /^(a+)+$/)"
            })
    void a_regular_expression_takes_time_by_the_length_of_the_text_only(String expression) {
        String bound = "($text := $pad('', 4000, 'a') & '!'; $exists(" + expression + "))";

        assertThat(evaluate(bound, SMALL).isBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"($f := function($n){ 1 + $f($n) }; $f(0))", "((((((((((1))))))))))"})
    void an_expression_that_is_too_deep_is_stopped(String expression) {
        assertThat(failure(expression, SMALL.withDepth(10))).isEqualTo(STACK);
    }

    @Test
    void a_text_of_parentheses_is_refused_or_stopped() {
        String text = "(".repeat(100_000) + "1" + ")".repeat(100_000);

        assertThatThrownBy(() -> JsonataExpressions.template(StringNode.valueOf("{%" + text + "%}"), "Output"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("no JSONata: The expression is nested more than 500 levels deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$string($v)", "$v = {'a': $v}", "$distinct([$v, {'a': $v}])", "$v.**.b"})
    void a_variable_without_bottom_is_stopped(String expression) {
        JsonNode deep = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 200_000; i++) {
            deep = JsonNodeFactory.instance.objectNode().set("a", deep);
        }
        JsonNode value = deep;

        assertThatThrownBy(() ->
                        field(expression, JsonataField.AWS).evaluate(bindings(name -> name.equals("v") ? value : null)))
                .hasMessageEndingWith(STACK);
    }

    @Test
    void a_result_without_bottom_is_stopped() {
        assertThat(failure("$reduce([1..300000], function($a, $x){ {'a': $a} })", JsonataField.AWS))
                .isEqualTo(STACK);
    }

    @Test
    void what_is_within_the_limits_is_evaluated() {
        assertThat(evaluate("$count([1..10000])", SMALL)).hasToString("10000");
        assertThat(evaluate("$length($pad('', 10000))", SMALL)).hasToString("10000");
        assertThat(evaluate("$match('a1b22', /[0-9]+/).match", SMALL)).hasToString("[\"1\",\"22\"]");
        assertThat(evaluate("$sum([1..873782])", JsonataField.AWS)).hasToString("381747928653");
    }

    private static String failure(String expression) {
        return failure(expression, SMALL);
    }

    private static String failure(String expression, Bounds bounds) {
        EvaluationFailure failure = catchThrowableOfType(EvaluationFailure.class, () -> evaluate(expression, bounds));
        assertThat(failure).as("%s fails", expression).isNotNull();
        return failure.detail().substring(failure.detail().lastIndexOf("threw an error"));
    }

    private static JsonNode evaluate(String expression, Bounds bounds) {
        return field(expression, bounds).evaluate(bindings(name -> null));
    }

    private static JsonataField field(String expression, Bounds bounds) {
        return new JsonataField(
                Jsonata.parse(expression, ServiceFunctions.library()), expression, "Output", ValueType.ANY, bounds);
    }

    private static Bindings bindings(Function<String, @Nullable JsonNode> variables) {
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        return new Bindings(
                nothing,
                () -> nothing,
                variables,
                null,
                null,
                new Chance(new UUID(1, 2)),
                Instant.parse("2026-01-31T10:00:00Z"));
    }
}
