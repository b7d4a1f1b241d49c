package dev.stepwright.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IntrinsicTest {
    @Test
    void a_call_has_literals_paths_and_calls_as_arguments() {
        Intrinsic.Call call = Intrinsic.parse(
                        "States.Array( 'it\\'s', -1.5e2, true ,null, $.a[?(@.b == ')')].c, $$.x, States.UUID())")
                .call();

        assertThat(call.function()).isEqualTo(IntrinsicFunction.ARRAY);
        assertThat(call.arguments()).hasSize(7);
        assertThat(((Intrinsic.Literal) call.arguments().get(0)).value().stringValue())
                .isEqualTo("it's");
        assertThat(((Intrinsic.Literal) call.arguments().get(1)).value().doubleValue())
                .isEqualTo(-150.0);
        assertThat(((Intrinsic.Path) call.arguments().get(4)).path()).hasToString("$.a[?(@.b == ')')].c");
        assertThat(((Intrinsic.Path) call.arguments().get(5)).path().root()).isEqualTo(PathRoot.CONTEXT);
        assertThat(call.arguments().get(6)).isInstanceOf(Intrinsic.Call.class);
    }

    @Test
    void a_path_in_a_call_ends_at_a_comma_a_blank_or_a_parenthesis() {
        Intrinsic.Call call = Intrinsic.parse(" States.Array ( $ ,$, $.a=b!c , States.Format('\\{'), $) ")
                .call();

        assertThat(call.arguments().stream().map(Object::toString))
                .containsExactly(
                        "Path[path=$]",
                        "Path[path=$]",
                        "Path[path=$.a=b!c]",
                        "Call[function=FORMAT, arguments=[Literal[value=\"\\\\{\"]]]",
                        "Path[path=$]");
    }

    @ParameterizedTest
    @EnumSource(IntrinsicFunction.class)
    void a_function_with_too_few_or_too_many_arguments_is_refused(IntrinsicFunction function) {
        String path = "$.a, ".repeat(function.most() + 1);

        ExpressionSyntaxException refusal = catchThrowableOfType(
                ExpressionSyntaxException.class,
                () -> Intrinsic.parse(function.asl() + "(" + path.substring(0, path.length() - 2) + ")"));

        assertThat(refusal.problem())
                .isEqualTo(function.asl() + " takes " + function.arity() + ", found " + (function.most() + 1));
        assertThat(refusal.offset()).isZero();
        assertThat(IntrinsicFunction.named(function.asl())).contains(function);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|0|expected a path that begins with \"$\" or a call such as States.Format('{}', $.a), found \"p\"",
                "States.Array(1|14|expected \")\" or \",\" after an argument of States.Array, found the end",
                "States.Array(1) x|16|unexpected \"x\" after the call",
                "States.Array(a)|13|expected a path, a 'string', a number, true, false, null or a call, found \"a\"",
                "States.Array(!)|13|expected a path, a 'string', a number, true, false, null or a call, found \"!\"",
                "States.Array('a)|13|the string has no closing '",
                "States.Array('a\\\"')|15|a backslash in a string must be followed by ' { } or \\, found \"\\\"\"",
                "States.Array(1-)|13|expected a number, found \"1-\"",
                "States.MathAdd(1, 'b')|18|argument 2 of States.MathAdd must be a number, found 'b'",
                "States.MathAdd(1, States.UUID())|18|argument 2 of States.MathAdd must be a number, found States.UUID()",
                "States.JsonMerge($.a, $.b, null)|27|argument 3 of States.JsonMerge must be true or false, found null"
            })
    void what_is_no_call_is_refused_at_its_place(String text, int offset, String problem) {
        ExpressionSyntaxException refusal =
                catchThrowableOfType(ExpressionSyntaxException.class, () -> Intrinsic.parse(text));

        assertThat(refusal.problem()).isEqualTo(problem);
        assertThat(refusal.offset()).isEqualTo(offset);
    }

    @Test
    void an_unknown_function_is_refused_with_the_known_ones() {
        ExpressionSyntaxException refusal =
                catchThrowableOfType(ExpressionSyntaxException.class, () -> Intrinsic.parse("States.Formt('a')"));

        assertThat(refusal.problem())
                .startsWith(
                        "there is no intrinsic function \"States.Formt\"; the functions are States.Format, States.StringToJson, ")
                .endsWith(", States.UUID");
    }

    @Test
    void ten_calls_may_be_nested() {
        String ten = "States.Array(".repeat(10) + ")".repeat(10);
        assertThat(Intrinsic.parse(ten).call().arguments()).hasSize(1);

        ExpressionSyntaxException refusal = catchThrowableOfType(
                ExpressionSyntaxException.class, () -> Intrinsic.parse("States.Array(" + ten + ")"));
        assertThat(refusal.problem()).isEqualTo("calls may be nested 10 deep at most");
    }

    @Test
    void a_template_value_is_a_path_or_a_call() {
        assertThat(TemplateExpression.parse("$.a")).isInstanceOf(JsonPath.class);
        assertThat(TemplateExpression.parse("States.UUID()")).isInstanceOf(Intrinsic.class);
        assertThat(TemplateKey.of("a.$")).isEqualTo(new TemplateKey("a", true));
        assertThat(TemplateKey.of("a.$b")).isEqualTo(new TemplateKey("a.$b", false));
        assertThat(TemplateKey.of("a.$").written()).isEqualTo("a.$");
    }
}
