package dev.stepwright.runtime.evaluate.dashjoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwright.runtime.time.Chance;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Expressions that would take all time or memory end at a limit. The limits are small here, so that nothing has to be waited for. */
class HostileJsonataTest {
    private static final JsonataLimits SMALL = new JsonataLimits(100, 100_000, 10_000, 10_000);
    private static final String STACK = "threw an error during evaluation: Stack overflow error: "
            + "Check for non-terminating recursive function. Consider rewriting as tail-recursive";
    private static final String MEMORY =
            "threw an error during evaluation: Expression evaluation memory limit exceeded: Check for excessive memory usage";
    private static final String TIME =
            "threw an error during evaluation: Expression evaluation timeout: Check for infinite loop";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($n){ $f($n + 1) }; $f(0))",
                "$match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /a*a*a*a*a*a*a*a*b/)",
                "$contains('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /a*a*a*a*a*a*a*a*b/)",
                "$replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /a*a*a*a*a*a*a*a*b/, 'x')",
                "$split('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /a*a*a*a*a*a*a*a*b/)",
                "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' ~> /a*a*a*a*a*a*a*a*b/",
                "($r := /a*a*a*a*a*a*a*a*b/; $f := function($s){ $r($s) }; $f('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'))",
                "($f := function($s, $i){ $s = $s & 'x' ? 1 : $f($s, $i + 1) }; $f($pad('', 9000, 'x'), 0))"
            })
    void an_expression_without_end_is_stopped(String expression) {
        assertThat(failure(expression)).isEqualTo(TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$sum([1..9000].($sum([1..9000])))",
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
    @ValueSource(strings = {"($f := function($n){ 1 + $f($n) }; $f(0))", "((((((((((1))))))))))"})
    void an_expression_that_is_too_deep_is_stopped(String expression) {
        assertThat(failure(expression, new JsonataLimits(10, 100_000, 10_000, 10_000)))
                .isEqualTo(STACK);
    }

    @Test
    void a_text_of_parentheses_is_refused_or_stopped() {
        String text = "(".repeat(100_000) + "1" + ")".repeat(100_000);

        IllegalArgumentException refusal =
                catchThrowableOfType(IllegalArgumentException.class, () -> JsonataProgram.compile(text, SMALL));

        assertThat(refusal).hasMessage("no JSONata: the expression is nested too deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$string($v)", "$v = {'a': $v}", "$distinct([$v, {'a': $v}])", "$v.**.b"})
    void a_variable_without_bottom_is_stopped(String expression) {
        JsonNode deep = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 200_000; i++) {
            deep = JsonNodeFactory.instance.objectNode().set("a", deep);
        }
        JsonNode value = deep;

        JsonataError error = catchThrowableOfType(
                JsonataError.class,
                () -> JsonataProgram.compile(expression).evaluate(scope(name -> name.equals("v") ? value : null)));

        assertThat(error.problem()).isEqualTo(STACK);
    }

    @Test
    void a_result_without_bottom_is_stopped() {
        assertThat(failure("$reduce([1..300000], function($a, $x){ {'a': $a} })", JsonataLimits.AWS))
                .isEqualTo(STACK);
    }

    @Test
    void what_is_within_the_limits_is_evaluated() throws JsonataError {
        assertThat(evaluate("$count([1..10000])", SMALL)).hasToString("10000");
        assertThat(evaluate("$length($pad('', 10000))", SMALL)).hasToString("10000");
        assertThat(evaluate("$match('a1b22', /[0-9]+/).match", SMALL)).hasToString("[\"1\",\"22\"]");
        assertThat(evaluate("$sum([1..873782])", JsonataLimits.AWS)).hasToString("381747928653");
    }

    private static String failure(String expression) {
        return failure(expression, SMALL);
    }

    private static String failure(String expression, JsonataLimits limits) {
        JsonataError error = catchThrowableOfType(JsonataError.class, () -> evaluate(expression, limits));
        assertThat(error).as("%s fails", expression).isNotNull();
        return error.problem();
    }

    private static @Nullable JsonNode evaluate(String expression, JsonataLimits limits) throws JsonataError {
        return JsonataProgram.compile(expression, limits).evaluate(scope(name -> null));
    }

    private static JsonataScope scope(Function<String, @Nullable JsonNode> variables) {
        return new JsonataScope(Map.of(), variables, new Chance(new UUID(1, 2)), Instant.parse("2026-01-31T10:00:00Z"));
    }
}
