package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.jsonata.analysis.FreeVariables;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {
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
}
