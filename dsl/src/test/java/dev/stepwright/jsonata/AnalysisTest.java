package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.jsonata.analysis.FreeVariables;
import dev.stepwright.jsonata.analysis.Kind;
import dev.stepwright.jsonata.analysis.KindInference;
import dev.stepwright.jsonata.analysis.KnownKinds;
import dev.stepwright.jsonata.analysis.PathsRead;
import dev.stepwright.jsonata.analysis.ReadPath;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {
    private static final KnownKinds KNOWN = new KnownKinds() {
        @Override
        public Set<Kind> at(ReadPath path) {
            return path.toString().equals("$states.input.n") ? EnumSet.of(Kind.NUMBER) : EnumSet.allOf(Kind.class);
        }

        @Override
        public Set<Kind> resultOf(String function) {
            return function.equals("sum") ? EnumSet.of(Kind.NUMBER, Kind.UNDEFINED) : EnumSet.allOf(Kind.class);
        }
    };

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$x + $y.a                                     | x y",
                "($x := 1; $x + $z)                            | z",
                "($x := $x; $x)                                | x",
                "function($a){ $a + $b }                       | b",
                "($f := function(){ $g() }; $g := function(){ 1 }; $f()) | ",
                "$map(items, function($v){ $v.a })             | map",
                "a@$v.b[$v.x = $w]                             | w",
                "items#$i[$i > $min]                           | min",
                "$ & $$                                        | ",
                "(($x := 1); $x)                               | x",
            })
    void free_variables_are_those_that_are_not_bound_within(String text, String names) {
        Set<String> free = FreeVariables.of(Jsonata.parse(text).syntax());

        assertThat(String.join(" ", free)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$states.input.order.total > 1000       | $states.input.order.total",
                "$states.input.items[price > $min].sku  | $states.input.items.price $min $states.input.items.sku",
                "a.b & a.c                              | $.a.b $.a.c",
                "order.{'t': total, 'x': $.y}           | $.order.total $.order.y",
                "items^(price).sku                      | $.items.price $.items.sku",
                "a.*                                    | $.a",
                "items{sku: price}                      | $.items $.items.sku $.items.price",
                "$sum(items.price)                      | $sum $.items.price",
                "$.a.'b'                                | $.a.b",
                "a[0].b                                 | $.a.b",
            })
    void paths_are_read_as_far_as_they_are_names(String text, String paths) {
        Set<ReadPath> read = PathsRead.of(Jsonata.parse(text).syntax());

        assertThat(read.stream().map(ReadPath::toString).collect(Collectors.joining(" ")))
                .isEqualTo(paths);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a' & 1                     | STRING",
                "$states.input.n + 1         | NUMBER",
                "$states.input.m + 1         | UNDEFINED NUMBER",
                "$sum(x) ?? null             | NULL NUMBER",
                "a = 1 ? [1] : {'x': 1}      | ARRAY OBJECT",
                "a = 1 ? 'x'                 | UNDEFINED STRING",
                "($x := 5; $y := $x; $y)     | NUMBER",
                "(a ? ($x := 5); 1 < 2)      | BOOLEAN",
                "function(){ 1 }             | FUNCTION",
                "()                          | UNDEFINED",
                "$sum(x)                     | UNDEFINED NUMBER",
            })
    void kinds_are_inferred_with_what_is_known_around(String text, String kinds) {
        Set<Kind> inferred = KindInference.of(Jsonata.parse(text).syntax(), KNOWN);

        assertThat(inferred.stream().map(Kind::name).collect(Collectors.joining(" ")))
                .isEqualTo(kinds);
    }
}
