package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Bounds;
import dev.stepwright.jsonata.value.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.MissingNode;

class HostileTest {
    /** Each look at the clock finds it a little later, so that the time bound does not depend on how busy the machine is. */
    private static final AtomicLong CLOCK = new AtomicLong();

    private static final Surroundings BOUNDED = Surroundings.DEFAULT
            .withNanoTime(() -> CLOCK.addAndGet(100_000))
            .withBounds(Bounds.DEFAULT
                    .withTime(Duration.ofSeconds(1))
                    .withSteps(20_000_000)
                    .withMemory(64L << 20)
                    .withCharacters(1 << 22)
                    .withElements(1_000_000));

    static Stream<Arguments> expressions() {
        String xs = "x".repeat(5_000);
        return Stream.of(
                Arguments.of("($f := function(){ 1 + $f() }; $f())", "U1001"),
                Arguments.of("($f := function($n){ $n + $f($n + 1) }; $f(0))", "U1001"),
                Arguments.of("($f := function($x){ [$f($x)] }; $f(1))", "U1001"),
                Arguments.of("($f := function($x){ {\"a\": $f($x)} }; $f(1))", "U1001"),
                Arguments.of("($f := function($x){ $map([1], $f) }; $f(1))", "U1001"),
                Arguments.of("($f := function($x){ $x.($f($)) }; $f(1))", "U1001"),
                Arguments.of("($a := function(){ 1 + $b() }; $b := function(){ 1 + $a() }; $a())", "U1001"),
                Arguments.of("($y := function($f){ 1 + $f($f) }; $y($y))", "U1001"),
                Arguments.of("($s := \"$eval($s)\"; $f := function(){ $eval(\"1 + $f()\") }; 1 + $f())", "U1001"),
                Arguments.of("($f := $sum; $g := function($x){ $f($x) & $g($x) }; $g(1))", "U1001"),
                Arguments.of("($f := function($n){ $f($n + 1) }; $f(0))", "D1012 U1003"),
                Arguments.of("($a := function(){ $b() }; $b := function(){ $a() }; $a())", "D1012 U1003"),
                Arguments.of("($f := function(){ $f() }; [1..10].$f())", "D1012 U1003"),
                Arguments.of("[1..1000000].[1..1000000]", "U1002 D2015"),
                Arguments.of("[1..900000].([1..900000][$ % 2 = 0])", "U1002 D2015 D1012 U1003"),
                Arguments.of("[1..10000001]", "D2014"),
                Arguments.of("[1..9000000]", "D2015"),
                Arguments.of("[0..9223372036854775807]", "D2014"),
                Arguments.of("[-9223372036854775807..9223372036854775807]", "D2014"),
                Arguments.of("$count([1..1000000][[1..1000000]])", "D1012 U1003"),
                Arguments.of("$sum([1..1000].([1..1000].($ * [1..1000])))", "T2002 D1012"),
                Arguments.of("[1..1000].([1..1000].([1..1000].($ + 1)))", "U1002 D2015 D1012 U1003"),
                Arguments.of("$zip([1..1000000],[1..1000000],[1..1000000])", "U1002"),
                Arguments.of("($f := function($s, $n){ $n = 0 ? $s : $f($s & $s, $n - 1) }; $f(\"ab\", 60))", "U1002"),
                Arguments.of(
                        "($f := function($s, $n){ $n = 0 ? $s : $f([$s, $s], $n - 1) }; $f(1, 60))", "U1002 D2015"),
                Arguments.of(
                        "($f := function($s, $n){ $n = 0 ? $s : $f({\"a\": $s, \"b\": $s}, $n - 1) }; $f(1, 60))",
                        "U1002"),
                Arguments.of(
                        "($f := function($s, $n){ $n = 0 ? $s : $f({\"a\": $s, \"b\": $s}, $n - 1) }; $string($f(1, 60)))",
                        "U1002 D1012 U1003"),
                Arguments.of(
                        "($f := function($s, $n){ $n = 0 ? $s : $f({\"a\": $s, \"b\": $s}, $n - 1) }; $f(1, 60) = $f(1, 60))",
                        "D1012 U1003"),
                Arguments.of(
                        "($f := function($s, $n){ $n = 0 ? $s : $f({\"a\": $s, \"b\": $s}, $n - 1) }; $count($f(1, 60).**))",
                        "U1002 D1012 D2015"),
                Arguments.of("($f := function($s, $n){ $n = 0 ? $s : $f({\"a\": $s}, $n - 1) }; $f(1, 5000))", "U1001"),
                Arguments.of("$pad(\"x\", 100000000)", "U1002"),
                Arguments.of("$pad(\"x\", -1e300)", "U1002"),
                Arguments.of("$join([1..500000].(\"0123456789\"))", "U1002"),
                Arguments.of("$replace($pad(\"\", 100000, \"a\"), \"a\", $pad(\"\", 100000, \"b\"))", "U1002"),
                Arguments.of("$map([1..500000], function($i){ $pad(\"\", 100000) & $i })", "U1002"),
                Arguments.of(
                        "$sort([1..900000], function($a, $b){ $count([1..100][$ > $a]) > $b })", "D1012 U1003 U1002"),
                Arguments.of("$match($pad(\"\", 40000, \"a\"), /(a*)*b/)", "undefined"),
                Arguments.of("$contains($pad(\"\", 40000, \"a\"), /^(a+)+$|^(a|aa)+b$/)", "result"),
                Arguments.of("/a{1000}{1000}{1000}/", "S0303"),
                Arguments.of("/((((((((((a{10}){10}){10}){10}){10}){10}){10}){10}){10}){10}){10}/", "S0303"),
                Arguments.of("/(?=a)a/", "S0303"),
                Arguments.of("/(a)\\1/", "S0303"),
                Arguments.of("[".repeat(10_000) + "]".repeat(10_000), "S0501"),
                Arguments.of("(".repeat(10_000), "S0501"),
                Arguments.of("-".repeat(100_000) + "1", "S0501"),
                Arguments.of("1" + "+1".repeat(100_000), "S0501"),
                Arguments.of("{\"a\":".repeat(10_000), "S0501"),
                Arguments.of("function(){".repeat(10_000), "S0501"),
                Arguments.of("a[".repeat(10_000), "S0501"),
                Arguments.of("$f(".repeat(10_000), "S0501"),
                Arguments.of("%.".repeat(20_000) + "a", "S0501 S0217"),
                Arguments.of("$eval(\"" + "[".repeat(5_000) + "\")", "D3120"),
                Arguments.of("/" + "(".repeat(9_000) + ")".repeat(9_000) + "/", "S0303"),
                Arguments.of("$formatInteger(1e300, \"I\")", "D3130"),
                Arguments.of("$formatNumber(1, \"" + "0".repeat(5_000) + "\")", "U1002"),
                Arguments.of("$fromMillis(0, \"[Y,999999999]\")", "result"),
                Arguments.of("$fromMillis(1e300)", "D1001"),
                Arguments.of("$power(10, 1e300)", "D3061"),
                Arguments.of("$round(1.5, 1e300)", "result"),
                Arguments.of("\"" + xs + "\" & $pad(\"\", 4194304)", "U1002"));
    }

    /** 250,000 and 9,000,000 numbers: few enough elements, 500 and 3,000 in each array, but each number takes room. */
    @Test
    void numbers_that_ranges_make_count_as_memory() {
        JsonataExpression few = Jsonata.parse("[1..500].[1..500]");
        JsonataExpression many = Jsonata.parse("[1..3000].[1..3000]");
        Surroundings little = Surroundings.DEFAULT.withBounds(Bounds.DEFAULT.withMemory(8L << 20));

        assertThat(few.evaluate(MissingNode.getInstance()).size()).isEqualTo(500);
        assertThat(codeOf(few, little)).isEqualTo("U1002");
        assertThat(codeOf(many, Surroundings.DEFAULT)).isEqualTo("U1002");
    }

    /** Fifty groups around the same 900 characters. */
    @Test
    void texts_of_groups_count_as_memory() {
        String text = "$pad(\"\", 900, \"a\")";
        JsonataExpression one = Jsonata.parse("$match(" + text + ", /(a+)/)");
        JsonataExpression fifty =
                Jsonata.parse("$match(" + text + ", /" + "(".repeat(50) + "a+" + ")".repeat(50) + "/)");
        Surroundings little = Surroundings.DEFAULT.withBounds(Bounds.DEFAULT.withMemory(40_000));

        assertThat(one.evaluate(MissingNode.getInstance(), little).path("groups"))
                .hasSize(1);
        assertThat(codeOf(fifty, little)).isEqualTo("U1002");
    }

    /** A match of 900 characters and a group of as many, made once and written a thousand times. */
    @Test
    void a_match_that_stands_in_many_places_is_weighed_in_each() {
        JsonataExpression many =
                Jsonata.parse("($m := $match($pad(\"\", 900, \"a\"), /(a+)/); $map([1..1000], function() { $m }))");
        Surroundings little = Surroundings.DEFAULT.withBounds(Bounds.DEFAULT.withMemory(1_500_000));

        assertThat(many.evaluate(MissingNode.getInstance())).hasSize(1_000);
        assertThat(codeOf(many, little)).isEqualTo("U1002");
    }

    private static String codeOf(JsonataExpression expression, Surroundings surroundings) {
        return catchThrowableOfType(
                        JsonataException.class, () -> expression.evaluate(MissingNode.getInstance(), surroundings))
                .code();
    }

    @ParameterizedTest(name = "{index} {1}")
    @MethodSource("expressions")
    @Timeout(20)
    void ends_within_its_bounds_with_the_documented_error(String expression, String expected) {
        JsonataException error = catchThrowableOfType(
                JsonataException.class,
                () -> assertThat(Jsonata.parse(expression)
                                .evaluate(MissingNode.getInstance(), BOUNDED)
                                .isMissingNode())
                        .isEqualTo(expected.equals("undefined")));

        String outcome = error == null ? (expected.equals("undefined") ? expected : "result") : error.code();
        assertThat(List.of(expected.split(" "))).as(String.valueOf(error)).contains(outcome);
    }
}
