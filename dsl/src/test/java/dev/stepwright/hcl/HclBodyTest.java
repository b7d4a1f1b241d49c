package dev.stepwright.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.hcl.HclExpression.Call;
import dev.stepwright.hcl.HclExpression.Conditional;
import dev.stepwright.hcl.HclExpression.Literal;
import dev.stepwright.hcl.HclExpression.ObjectValue;
import dev.stepwright.hcl.HclExpression.Operation;
import dev.stepwright.hcl.HclExpression.Part;
import dev.stepwright.hcl.HclExpression.Reference;
import dev.stepwright.hcl.HclExpression.Template;
import dev.stepwright.hcl.HclExpression.Tuple;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HclBodyTest {
    private static HclExpression value(String expression) {
        return HclBody.parse("a = " + expression + "\n").attributes().get("a");
    }

    /** Writes an expression so that its structure can be seen. */
    private static String shape(HclExpression value) {
        return value.accept(new HclExpression.Visitor<>() {
            @Override
            public String other(HclExpression expression) {
                return "?" + expression.text();
            }

            @Override
            public String literal(Literal literal) {
                return literal.json();
            }

            @Override
            public String template(Template template) {
                StringBuilder text = new StringBuilder("'");
                for (Part part : template.parts()) {
                    text.append(
                            part instanceof Part.Text words
                                    ? words.text()
                                    : part instanceof Part.Interpolation inner
                                            ? "${" + shape(inner.value()) + "}"
                                            : "%{}");
                }
                return text.append("'").toString();
            }

            @Override
            public String tuple(Tuple tuple) {
                return tuple.elements().stream()
                        .map(HclBodyTest::shape)
                        .toList()
                        .toString();
            }

            @Override
            public String object(ObjectValue object) {
                return object.members().stream()
                        .map(member -> shape(member.name()) + "=" + shape(member.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
            }

            @Override
            public String call(Call call) {
                return call.function() + "("
                        + String.join(
                                ", ",
                                call.arguments().stream()
                                        .map(HclBodyTest::shape)
                                        .toList())
                        + ")";
            }

            @Override
            public String reference(Reference reference) {
                return String.join("/", reference.steps());
            }

            @Override
            public String conditional(Conditional conditional) {
                return "(" + shape(conditional.condition()) + " ? " + shape(conditional.yes()) + " : "
                        + shape(conditional.no()) + ")";
            }

            @Override
            public String operation(Operation operation) {
                return "(" + shape(operation.left()) + " " + operation.operator() + " " + shape(operation.right())
                        + ")";
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "1.50 | 1.50",
                "-007e3 | -7e3",
                "9 | 9",
                "-x | ?-x",
                "!x | ?!x",
                "null | null",
                "[1, 2,] | [1, 2]",
                "[¶  1, # one¶  2¶] | [1, 2]",
                "{} | {}",
                "{ a = 1, \"b.$\" : \"$.b\" } | {'a'=1, 'b.$'='$.b'}",
                "{¶ a = 1 // one¶ /*/ two */ (k) = [2]¶¶ \"${x}\" = 3,¶ true = 4 } | {'a'=1, k=[2], '${x}'=3, 'true'=4}",
                "{ a =¶ 1 } | {'a'=1}",
                "f(x, [1]) | f(x, [1])",
                "f(¶  x,¶) | f(x)",
                "f(x...) | ?f(x...)",
                "a::b() | a::b()",
                "local.names[\"order\"][0].id.0 | local/names/order/0/id/0",
                "x[var.y] | ?x[var.y]",
                "x[*].id | ?x[*].id",
                "x.*.id | ?x.*.id",
                "f(x).y | ?f(x).y",
                "a ? b : c ? 1 : 2 | (a ? b : (c ? 1 : 2))",
                "a == \"x\" && b != c || d | (((a == 'x') && (b != c)) || d)",
                "1 + 2 * 3 - 4 | ((1 + (2 * 3)) - 4)",
                "(1 + 2) * 3 | ((1 + 2) * 3)",
                "(¶ a¶ ==¶ b¶) | (a == b)",
                "[ for k, v in x : v if k > 1] | ?[ for k, v in x : v if k > 1]",
                "{ for k in x : k => 1... } | ?{ for k in x : k => 1... }",
                "\"a${b}c${\"d${1}\"}\" | 'a${b}c${'d${1}'}'",
                "\"$${a} %%{b} \\\"\\\\ \\u00e9e\" | '${a} %{b} \"\\ ée'",
                "\"%{~ if a }b%{ else }c%{ endif }${~ d }\" | '%{}b%{}c%{}%{}'",
                "\"%{ for a, b in c }${a}%{ endfor ~}\" | '%{}${a}%{}'",
            })
    void an_expression_has_its_structure(String written, String shape) {
        assertThat(shape(value(written.replace('¶', '\n')))).isEqualTo(shape.replace('¶', '\n'));
    }

    @Test
    void a_text_of_several_lines_ends_with_its_word() {
        assertThat(shape(value("<<EOF\n {\"a\": \"\\n${b}\"}\n EOF2\n EOF")))
                .isEqualTo("' {\"a\": \"\\n${b}\"}\n EOF2\n'");
        assertThat(shape(value("f(<<-END\r\n    a\r\n      b ${c}\r\n\r\n  END\r\n)")))
                .isEqualTo("f('a\r\n  b ${c}\r\n\r\n')");
    }

    @Test
    void characters_have_their_places() {
        Template text = (Template) value("<<-A\n  x ${y}\n  z $${\nA");

        assertThat(text.parts())
                .extracting(Part::at)
                .as("x, y, the end of its line, z, ${ without the first $")
                .startsWith(11, 13, 17, 20, 23);
    }

    @Test
    void blocks_have_types_labels_and_bodies() {
        HclBody body = HclBody.parse("""
                resource "a" b {
                  c { d = 1 } # one
                  e {}
                  f = 2 # three
                  g = { // four
                    h = 1
                    i = 2
                  }
                }
                resource "x" "y" {}
                """.replace("\n", "\r\n"));

        assertThat(body.blocks("resource", "a")).singleElement().satisfies(block -> {
            assertThat(block.labels()).containsExactly("a", "b");
            assertThat(block.body().blocks()).extracting(HclBody.Block::type).containsExactly("c", "e");
            assertThat(block.body().attributes()).containsOnlyKeys("f", "g");
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "a =  | 1:4 expected a value, found the end of the file",
                "a = 1 b | 1:7 expected a new line, found \"b\"",
                "a = x ?¶ 1 : 2 | 1:8 expected a value, found the end of the line",
                "a = x +¶ 1 | 1:8 expected a value, found the end of the line",
                "a = x.٣ | 1:7 expected the name of an attribute, found \"٣\"",
                "a = {¶ b = 1 c = 2 } | 2:8 expected \"}\", found \"c\"",
                "a = [1 | 1:5 the list that begins here does not end; close it with ]",
                "a = f(1 | 1:5 the call that begins here does not end; close it with )",
                "a {¶ | 1:1 the block that begins here does not end; close it with }",
                "a = \"b¶c\" | 1:5 the string that begins here does not end on its line; close it with \"",
                "a = \"\\q\" | 1:6 \"\\q\" is not an escape; write \"\\\\q\"",
                "a = \"\\u12\" | 1:6 expected 4 hexadecimal digits",
                "a = <<E¶b | 1:5 the text that begins here does not end; close it with a line E",
                "/* a | 1:1 the comment that begins here does not end; close it with */",
                "a = 1¶} | 2:1 expected the name of an attribute or a block, found \"}\"",
                "a \"${b}\" {} | 1:3 a label must be a string without ${...}",
            })
    void what_is_no_hcl_is_told_with_its_place(String text, String problem) {
        assertThatThrownBy(() -> HclBody.parse(text.replace('¶', '\n')))
                .isInstanceOfSatisfying(
                        HclSyntaxException.class,
                        e -> assertThat(e.position() + " " + e.problem()).isEqualTo(problem));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"[", "{a=", "(", "-", "!", "f(", "x[", "\"${", "a?", "a?b:", "1+(", "[for a in "})
    void what_is_nested_without_end_is_refused(String opening) {
        assertThatThrownBy(() -> value(opening.repeat(100_000)))
                .isInstanceOf(HclSyntaxException.class)
                .hasMessageContaining("this is nested deeper than 500 levels");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"+1", "==1", ".a", "[0]", ".0"})
    void what_goes_on_without_end_is_refused(String link) {
        assertThatThrownBy(() -> value("a" + link.repeat(100_000)))
                .isInstanceOf(HclSyntaxException.class)
                .hasMessageContaining("this goes on for more than 500 steps");
    }

    @Test
    void of_a_long_expression_only_the_beginning_is_kept() {
        assertThat(value("f(\"" + "x".repeat(2000) + "\")").text())
                .startsWith("f(\"xxx")
                .hasSize(1000);
    }

    @Test
    void blocks_that_are_nested_without_end_are_refused() {
        assertThatThrownBy(() -> HclBody.parse("a {\n".repeat(100_000)))
                .isInstanceOf(HclSyntaxException.class)
                .hasMessageContaining("this is nested deeper than 500 levels");
    }
}
