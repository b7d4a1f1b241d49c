package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.SyntaxProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1, 2; (3 + ); {'a' 1}      | S0202@5 S0211@12 S0202@20",
                "(1 + ; 2 * ; 3)             | S0211@5 S0211@11",
                "$f('\\q', '\\w')            | S0103@4 S0103@10",
                "a.1 + b.2                   | S0213@2 S0213@8",
                "$x := 1 2 3                 | S0201@8 S0201@10",
                "(% ; a@b)                   | S0214@7",
                "/a(?=b)/                    | S0303@0",
                "{'a': 1, 'b' 2, 'c': }      | S0202@13 S0211@21",
                "function(a, $b){ 1 }        | S0208@9",
                "1 +                         | S0207@3",
                "'open                       | S0101@0",
            })
    void every_problem_is_reported_with_its_place(String text, String expected) {
        List<String> found = Jsonata.problems(text).stream()
                .map(problem -> problem.code() + "@" + problem.start())
                .toList();

        assertThat(String.join(" ", found)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 2      | Syntax error: 2",
                "1 null   | Syntax error: null",
                "1 'a'    | Syntax error: \"a\"",
                "[1 2.5]  | Expected \"]\", got 2.5",
                "a.1      | The literal value 1 cannot be used as a step within a path expression",
                "true.a   | The literal value true cannot be used as a step within a path expression",
            })
    void numbers_and_constants_are_named_without_quotes(String text, String message) {
        assertThat(Jsonata.problems(text).get(0).message()).isEqualTo(message);
    }

    @Test
    void a_problem_says_what_was_found_and_what_was_expected() {
        SyntaxProblem problem = Jsonata.problems("[1, 2)").get(0);

        assertThat(problem).isEqualTo(new SyntaxProblem("S0202", 5, 6, ")", "]", "Expected \"]\", got \")\""));
    }

    @Test
    void parsing_fails_with_the_first_problem() {
        assertThatThrownBy(() -> Jsonata.parse("(1 + ; 2 * )"))
                .isInstanceOfSatisfying(JsonataException.class, error -> {
                    assertThat(error.code()).isEqualTo("S0211");
                    assertThat(error.position()).isEqualTo(5);
                    assertThat(error.token()).isEqualTo(";");
                })
                .hasMessage("The symbol \";\" cannot be used as a unary operator");
    }

    @Test
    void a_good_text_has_no_problems() {
        assertThat(Jsonata.problems("order.items[price > 1]")).isEmpty();
    }
}
