package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.jsonata.syntax.Parser;
import dev.stepwright.jsonata.syntax.ProblemList;
import dev.stepwright.jsonata.syntax.Syntax;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    @Test
    void every_tree_prints_to_text_that_parses_to_an_equal_tree() throws IOException {
        List<String> wrong = new ArrayList<>();
        int trees = 0;

        for (String expression : Cases.expressions()) {
            ProblemList problems = new ProblemList();
            Syntax tree = Parser.parse(expression, problems);
            if (problems.isEmpty()) {
                trees++;
                Syntax again = Parser.parse(tree.text(), problems);
                if (!problems.isEmpty() || !again.equals(tree)) {
                    wrong.add(expression + "\n  -> " + tree.text());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(trees).isGreaterThan(380);
    }

    @Test
    void places_do_not_make_trees_differ_but_anything_else_does() {
        assertThat(tree("a . b [ 0 ]")).isEqualTo(tree("a.b[0]"));
        assertThat(tree("(a)")).isNotEqualTo(tree("a"));
        assertThat(tree("a.b")).isNotEqualTo(tree("a.c"));
        assertThat(tree("`a b`.c").text()).isEqualTo("`a b`.c");
        assertThat(tree("function($x)<n:n>{$x+1}").text()).isEqualTo("function($x)<n:n>{$x + 1}");
    }

    @Test
    void a_name_keeps_its_place() {
        Syntax.Path path = (Syntax.Path) tree("order .total");

        assertThat(path.steps().get(1).span().start()).isEqualTo(7);
        assertThat(path.steps().get(1).span().end()).isEqualTo(12);
    }

    private static Syntax tree(String text) {
        return Jsonata.parse(text).syntax();
    }
}
