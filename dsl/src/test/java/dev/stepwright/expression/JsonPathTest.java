package dev.stepwright.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {
    @Test
    void a_path_has_its_root_and_steps() {
        JsonPath path = JsonPath.parse("$order.items[0]['unit price'][*]..sku[1:4:2]['a',\"b\"][-1, 2]");

        assertThat(path.root()).isEqualTo(PathRoot.VARIABLE);
        assertThat(path.variable()).isEqualTo("order");
        assertThat(path.steps())
                .containsExactly(
                        new PathStep.Name("items"),
                        new PathStep.Index(0),
                        new PathStep.Name("unit price"),
                        new PathStep.Wildcard(),
                        new PathStep.Descendants(),
                        new PathStep.Name("sku"),
                        new PathStep.Slice(1, 4, 2),
                        new PathStep.Names(List.of("a", "b")),
                        new PathStep.Indexes(List.of(-1, 2)));
        assertThat(path.text()).isEqualTo("$order.items[0]['unit price'][*]..sku[1:4:2]['a',\"b\"][-1, 2]");
    }

    @ParameterizedTest
    @CsvSource({
        "$, INPUT",
        "$.a, INPUT",
        "$[0], INPUT",
        "$$, CONTEXT",
        "$$.Execution.Id, CONTEXT",
        "$x, VARIABLE",
        "$Жук.a, VARIABLE"
    })
    void the_root_follows_from_the_beginning(String text, PathRoot root) {
        assertThat(JsonPath.parse(text).root()).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.a.b[0]|true|true",
                "$['a','b']|true|false",
                "$['a','b'].c|false|false",
                "$.a[*]|false|false",
                "$.a[0,1]|false|false",
                "$.a[0:1]|false|false",
                "$..a|false|false",
                "$.a[?(@.b)]|false|false"
            })
    void names_and_indexes_lead_to_one_place(String text, boolean definite, boolean reference) {
        JsonPath path = JsonPath.parse(text);

        assertThat(path.isDefinite()).isEqualTo(definite);
        assertThat(path.isReference()).isEqualTo(reference);
    }

    @Test
    void a_name_behind_a_bracket_needs_no_dot() {
        assertThat(JsonPath.parse("$.list[0]name.first").steps())
                .isEqualTo(JsonPath.parse("$.list[0].name.first").steps());
        assertThat(JsonPath.parse("$.list[*]name").steps())
                .isEqualTo(JsonPath.parse("$.list[*].name").steps());
        assertThatThrownBy(() -> JsonPath.parse("$.list[?(@.a)]name")).hasMessageContaining("unexpected \"n\"");
    }

    @Test
    void a_filter_is_a_tree() {
        JsonPath path = JsonPath.parse("$.a[?(@.b == 'x' && (!@.c || $.d > 2))]");

        PathStep.Filter filter = (PathStep.Filter) path.steps().get(1);
        FilterExpression.And and = (FilterExpression.And) filter.expression();
        FilterExpression.Comparison comparison =
                (FilterExpression.Comparison) and.terms().get(0);
        assertThat(comparison.operator()).isEqualTo(FilterOperator.EQUAL);
        assertThat(comparison.left()).hasToString("Path[path=@.b]");
        assertThat(and.terms().get(1)).isInstanceOf(FilterExpression.Or.class);
    }

    @Test
    void a_function_without_arguments_is_the_name_of_a_field() {
        assertThat(JsonPath.parse("$.list.length()").steps())
                .containsExactly(new PathStep.Name("list"), new PathStep.Name("length()"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|0|a path must begin with \"$\", \"$$\" or \"$variable\", found \"x\"",
                "''|0|a path must begin with \"$\", \"$$\" or \"$variable\", found the end",
                "$x y|2|unexpected \" \"; a step begins with \".\" or \"[\"",
                "$.a.|4|expected a name after \".\", found the end",
                "$.a..|5|expected a name after \".\", found the end",
                "$.a b|3|a name with a blank must be in brackets, such as ['my name']",
                "$.a.concat(\"b\")|4|functions such as concat() are not supported in paths; use an intrinsic function",
                "$.a[x]|4|expected an index, a slice \"from:to\", a quoted name, \"*\" or \"?(...)\", found \"x\"",
                "$.a[0|5|expected \"]\" to close the bracket at character 4, found the end",
                "$.a[?(@.b == )]|13|expected a path that begins with \"@\" or \"$\", a number, a quoted string, true, false, null or a list, found \")\"",
                "$.*a|3|unexpected \"a\"; a step begins with \".\" or \"[\"",
                "$.a[?(@.b in [1)]|15|expected \"]\" to close the list, found \")\"",
                "$.a[?(@ =~ /b[/i)]|13|invalid regular expression: Unclosed character class",
                "$.a[😀]|4|expected an index, a slice \"from:to\", a quoted name, \"*\" or \"?(...)\", found \"😀\""
            })
    void what_is_no_path_is_refused_at_its_place(String text, int offset, String problem) {
        ExpressionSyntaxException refusal =
                catchThrowableOfType(ExpressionSyntaxException.class, () -> JsonPath.parse(text));

        assertThat(refusal.problem()).isEqualTo(problem);
        assertThat(refusal.offset()).isEqualTo(offset);
        assertThat(refusal).hasMessage(problem + " (at character " + (offset + 1) + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!", "@[?(", "[", "$[?("})
    void a_filter_may_not_be_nested_without_end(String part) {
        ExpressionSyntaxException refusal = catchThrowableOfType(
                ExpressionSyntaxException.class, () -> JsonPath.parse("$[?(" + part.repeat(100_000) + ")]"));

        assertThat(refusal.problem()).isEqualTo("a filter may be nested 50 deep at most");
    }

    @Test
    void a_filter_is_as_deep_as_what_is_around_each_part_of_it() {
        String group = "(!(@.a in [[1], [2]]))";
        assertThat(JsonPath.parse("$[?(" + group + (" || " + group).repeat(100) + ")]")
                        .steps())
                .hasSize(1);
        assertThat(JsonPath.parse("$[?(" + "(".repeat(49) + "@.a" + ")".repeat(49) + ")]")
                        .steps())
                .hasSize(1);

        for (String part : List.of("(".repeat(50), "(".repeat(25) + "@[?(" + "(".repeat(24))) {
            assertThatThrownBy(() -> JsonPath.parse("$[?(" + part + "@.a"))
                    .hasMessageContaining("a filter may be nested 50 deep at most");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "$[ 'a' , \"b\" ];$['a',\"b\"]",
                "$[ * ];$.*",
                "$[ 0 , 9 ];$[0,9]",
                "$[ 1 : 4 : 1 ];$[1:4]",
                "$[ : 2 ];$[:2]",
                "$[ 1 : ];$[1:]",
                "$..[ 'a' ];$..a",
                "$[ ? ( ! @.a )];$[?(!@.a)]",
                "$[?( ! $.a == .9E1 )];$[?($.a==9)]",
                "$[?( @.a in [ 1 , \"x\" , word, [ ] ] )];$[?(@.a IN[1,'x','word',[]])]",
                "$[?( @.a == 1 && @.b || ( true == @.c ) )];$[?(@.a==1&&@.b||true==@.c)]",
                "$[?( @ =~ /a\\/b/i )];$[?(@=~/a\\/b/i)]",
            })
    void blanks_in_brackets_and_filters_mean_nothing(String blank, String dense) {
        assertThat(shown(blank)).isEqualTo(shown(dense));
    }

    private static String shown(String path) {
        return JsonPath.parse(path).steps().toString();
    }

    @Test
    void a_filter_has_its_literals_and_operators() {
        assertThat(shown("$[?(!(@.a != 'it\\'s') || @.b in [1.5, word, true, null] && @.c =~ /d/i)]"))
                .isEqualTo(
                        "[Filter[expression=Or[terms=["
                                + "Not[term=Comparison[left=Path[path=@.a], operator=NOT_EQUAL, right=Literal[value=\"it's\"]]], "
                                + "And[terms=[Comparison[left=Path[path=@.b], operator=IN, right=Literal[value=[1.5,\"word\",true,null]]], "
                                + "Comparison[left=Path[path=@.c], operator=MATCHES, right=Pattern[expression=d, flags=i]]]]]]]]");
        assertThatThrownBy(() -> shown("$[?(@.b inx [1])]"))
                .hasMessageStartingWith(
                        "expected \")\", \"&&\", \"||\" or an operator, found \"i\"; operators: === !== == ");
    }

    @Test
    void a_regular_expression_may_not_be_nested_without_end() {
        ExpressionSyntaxException refusal = catchThrowableOfType(
                ExpressionSyntaxException.class,
                () -> JsonPath.parse("$[?(@ =~ /" + "(".repeat(100_000) + ")".repeat(100_000) + "/)]"));

        assertThat(refusal.problem())
                .isEqualTo("invalid regular expression: Stack overflow during pattern compilation");
    }

    @Test
    void a_long_path_is_no_deep_one() {
        assertThat(JsonPath.parse("$" + ".a[0]".repeat(50_000)).steps()).hasSize(100_000);
    }
}
