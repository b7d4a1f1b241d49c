package dev.stepwright.dsl.expr;

import static dev.stepwright.dsl.Dsl.executionId;
import static dev.stepwright.dsl.Dsl.executionInput;
import static dev.stepwright.dsl.Dsl.format;
import static dev.stepwright.dsl.Dsl.input;
import static dev.stepwright.dsl.Dsl.not;
import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.parseJson;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.result;
import static dev.stepwright.dsl.Dsl.uuid;
import static dev.stepwright.dsl.Dsl.value;
import static dev.stepwright.dsl.Dsl.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.stepwright.dsl.Dsl;
import dev.stepwright.dsl.Orders.ChargeRequest;
import dev.stepwright.dsl.Orders.Customer;
import dev.stepwright.dsl.Orders.Item;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Receipt;
import dev.stepwright.dsl.Orders.Tier;
import dev.stepwright.dsl.tree.JsonPathLimit;
import dev.stepwright.dsl.tree.JsonPathText;
import dev.stepwright.dsl.tree.JsonataText;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Substitution;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.node.JsonNodeFactory;

class RenderingTest {
    record Odd(
            @JsonProperty("a-b") String hyphen,
            @JsonProperty("in") String keyword,
            @JsonProperty("a`b") String backtick,
            @JsonProperty("it's") String quote,
            @JsonProperty("straße") String letters) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Snake(String firstName) {}

    interface Named {
        String getName();
    }

    static final class Bean implements Named {
        @Override
        public String getName() {
            return "x";
        }

        public boolean isOpen() {
            return true;
        }

        @JsonIgnore
        public String getHidden() {
            return "x";
        }

        public String describe() {
            return "x";
        }
    }

    record Outer(@JsonUnwrapped Customer customer) {}

    /** In the JSONPath column, single quotation marks stand for double ones, and tildes for single ones. */
    static Stream<Arguments> conditions() {
        return Stream.of(
                // comparisons
                row(
                        path(Order::total).greaterThan(1000),
                        "$states.input.order_total > 1000",
                        "{'Variable':'$.order_total','NumericGreaterThan':1000}"),
                row(
                        path(Order::total).lessThanOrEqualTo(new BigDecimal("0.50")),
                        "$states.input.order_total <= 0.50",
                        "{'Variable':'$.order_total','NumericLessThanEquals':0.50}"),
                row(
                        path(Order::total).equalTo(-1),
                        "$states.input.order_total = -1",
                        "{'Variable':'$.order_total','NumericEquals':-1}"),
                row(
                        path(Order::id).equalTo("a\"b\\"),
                        "$states.input.id = \"a\\\"b\\\\\"",
                        "{'Variable':'$.id','StringEquals':'a\\\"b\\\\'}"),
                row(
                        path(Order::id).lessThan("m"),
                        "$states.input.id < \"m\"",
                        "{'Variable':'$.id','StringLessThan':'m'}"),
                row(
                        path(Order::id).equalTo(path(Order::customer).get(Customer::email)),
                        "$states.input.id = $states.input.customer.email",
                        "{'Variable':'$.id','StringEqualsPath':'$.customer.email'}"),
                row(
                        path(Order::tier).equalTo(Tier.GOLD),
                        "$states.input.tier = \"GOLD\"",
                        "{'Variable':'$.tier','StringEquals':'GOLD'}"),
                row(
                        path(Order::tier).equalTo(path(Order::tier)),
                        "$states.input.tier = $states.input.tier",
                        "{'Variable':'$.tier','StringEqualsPath':'$.tier'}"),
                row(
                        path(Order::tier).isOneOf(Tier.GOLD, Tier.BASIC),
                        "$states.input.tier = \"GOLD\" or $states.input.tier = \"BASIC\"",
                        "{'Or':[{'Variable':'$.tier','StringEquals':'GOLD'},{'Variable':'$.tier','StringEquals':'BASIC'}]}"),
                // a truth value that is missing or null is not true, and not an error
                row(
                        path(Order::express).isTrue(),
                        "$states.input.express = true",
                        "{'Variable':'$.express','BooleanEquals':true}"),
                row(
                        path(Order::express).isFalse(),
                        "$states.input.express = false",
                        "{'Variable':'$.express','BooleanEquals':false}"),
                // instants, not texts
                row(
                        path(Order::shipAt).before(Instant.EPOCH),
                        "$toMillis($states.input.shipAt) < $toMillis(\"1970-01-01T00:00:00Z\")",
                        "{'Variable':'$.shipAt','TimestampLessThan':'1970-01-01T00:00:00Z'}"),
                row(
                        path(Order::shipAt).after(path(Order::shipAt)),
                        "$toMillis($states.input.shipAt) > $toMillis($states.input.shipAt)",
                        "{'Variable':'$.shipAt','TimestampGreaterThanPath':'$.shipAt'}"),
                // presence
                row(path(Order::id).isPresent(), "$exists($states.input.id)", "{'Variable':'$.id','IsPresent':true}"),
                row(
                        path(Order::id).isString(),
                        "$type($states.input.id) = \"string\"",
                        "{'Variable':'$.id','IsString':true}"),
                row(path(Order::id).isNull(), "$states.input.id = null", "{'Variable':'$.id','IsNull':true}"),
                // logic
                row(
                        path(Order::express)
                                .isTrue()
                                .and(path(Order::id).isPresent())
                                .or(path(Order::id).isNull()),
                        "($states.input.express = true and $exists($states.input.id)) or $states.input.id = null",
                        "{'Or':[{'And':[{'Variable':'$.express','BooleanEquals':true},{'Variable':'$.id','IsPresent':true}]},{'Variable':'$.id','IsNull':true}]}"),
                row(
                        not(path(Order::express).isTrue().or(path(Order::id).isPresent())),
                        "$not($states.input.express = true or $exists($states.input.id))",
                        "{'Not':{'Or':[{'Variable':'$.express','BooleanEquals':true},{'Variable':'$.id','IsPresent':true}]}}"),
                // patterns: $match would give no truth value, and a dot is a dot
                row(
                        path(Order::id).matches("a*.log"),
                        "$contains($states.input.id, /^a[\\s\\S]*\\.log$/)",
                        "{'Variable':'$.id','StringMatches':'a*.log'}"),
                row(
                        path(Order::id).matches("\\*\\\\/(x)[1]{2}+?^$|\n"),
                        "$contains($states.input.id, /^\\*\\x5c\\/\\(x\\)\\[1\\]\\{2\\}\\+\\?\\^\\$\\|\\n$/)",
                        "{'Variable':'$.id','StringMatches':'\\\\*\\\\\\\\/(x)[1]{2}+?^$|\\n'}"),
                // names
                row(
                        path(Odd::hyphen).isPresent(),
                        "$exists($states.input.`a-b`)",
                        "{'Variable':'$.a-b','IsPresent':true}"),
                row(
                        path(Odd::keyword).isPresent(),
                        "$exists($states.input.`in`)",
                        "{'Variable':'$.in','IsPresent':true}"),
                row(
                        path(Odd::backtick).isPresent(),
                        "$exists($lookup($states.input, \"a`b\"))",
                        "{'Variable':'$[~a`b~]','IsPresent':true}"),
                row(
                        path(Odd::quote).isPresent(),
                        "$exists($states.input.`it's`)",
                        "{'Variable':'$[~it\\\\~s~]','IsPresent':true}"),
                row(
                        path(Odd::letters).isPresent(),
                        "$exists($states.input.`straße`)",
                        "{'Variable':'$[~straße~]','IsPresent':true}"),
                row(
                        path(Snake::firstName).isPresent(),
                        "$exists($states.input.first_name)",
                        "{'Variable':'$.first_name','IsPresent':true}"),
                row(
                        path(Bean::getName).isPresent(),
                        "$exists($states.input.name)",
                        "{'Variable':'$.name','IsPresent':true}"),
                row(
                        path(Bean::isOpen).isTrue(),
                        "$states.input.open = true",
                        "{'Variable':'$.open','BooleanEquals':true}"),
                row(
                        path(Named::getName).isPresent(),
                        "$exists($states.input.name)",
                        "{'Variable':'$.name','IsPresent':true}"),
                // what is not the input
                row(
                        executionId().equalTo("x"),
                        "$states.context.Execution.Id = \"x\"",
                        "{'Variable':'$$.Execution.Id','StringEquals':'x'}"),
                row(
                        variable("order", Order.class).value().get(Order::id).equalTo("x"),
                        "$order.id = \"x\"",
                        "{'Variable':'$order.id','StringEquals':'x'}"));
    }

    private static Arguments row(Condition<?> condition, String jsonata, String jsonPath) {
        return Arguments.of(condition, jsonata, jsonPath.replace('\'', '"').replace('~', '\''));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("conditions")
    void a_condition_is_printed_in_both_languages(Condition<?> condition, String jsonata, String jsonPath) {
        assertThat(JsonataText.of(condition.tree())).isEqualTo(jsonata);
        assertThat(JsonText.compact(jsonPath(Origin.Place.INPUT).rule(condition.tree())))
                .isEqualTo(jsonPath);
        assertThat(limits).isEmpty();
    }

    private final List<JsonPathLimit> limits = new ArrayList<>();

    private JsonPathText jsonPath(Origin.Place document) {
        return new JsonPathText(document, limits::add);
    }

    @Test
    void a_field_of_all_elements_is_a_list_even_of_one() {
        var skus = path(Order::items).each(Item::sku);

        assertThat(JsonataText.of(skus.tree())).isEqualTo("[$states.input.items.sku]");
        assertThat(jsonPath(Origin.Place.INPUT).path(skus.tree())).isEqualTo("$.items[*].sku");
    }

    @Test
    void sums_counts_and_arithmetic_are_calls_and_operators() {
        var total = path(Order::items)
                .sum(Item::quantity)
                .plus(1)
                .times(path(Order::items).count());

        assertThat(JsonataText.of(total.tree()))
                .isEqualTo("($sum([$states.input.items.quantity]) + 1) * $count($states.input.items)");
    }

    static Stream<Arguments> sums() {
        Numeric<Order, Integer> age = path(Order::customer).get(Customer::age);
        return Stream.of(
                Arguments.of(age.plus(1), "States.MathAdd($.customer.age, 1)"),
                Arguments.of(
                        age.minus(2).plus(age), "States.MathAdd(States.MathAdd($.customer.age, -2), $.customer.age)"),
                Arguments.of(path(Order::items).count().plus(1), "States.MathAdd(States.ArrayLength($.items), 1)"),
                Arguments.of(Dsl.number(variable("rounds", Long.class).value()).plus(1), "States.MathAdd($rounds, 1)"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("sums")
    void a_sum_of_whole_numbers_is_an_intrinsic_function(Numeric<?, ?> sum, String expected) {
        assertThat(jsonPath(Origin.Place.INPUT).pathOrIntrinsic(sum.tree())).isEqualTo(expected);
        assertThat(limits).isEmpty();
    }

    static Stream<Numeric<Order, ?>> calculations() {
        Numeric<Order, Integer> age = path(Order::customer).get(Customer::age);
        return Stream.of(
                path(Order::total).plus(1), age.plus(0.5), age.plus(path(Order::total)), age.minus(age), age.times(2));
    }

    @ParameterizedTest
    @MethodSource("calculations")
    void what_the_intrinsic_function_would_round_or_does_not_know_is_a_limit(Numeric<Order, ?> calculation) {
        jsonPath(Origin.Place.INPUT).pathOrIntrinsic(calculation.tree());

        assertThat(limits)
                .singleElement()
                .extracting(JsonPathLimit::reason)
                .asString()
                .contains("is computed");
    }

    @Test
    void a_missing_value_is_replaced_before_it_is_compared() {
        assertThat(JsonataText.of(path(Order::total)
                        .orElse(BigDecimal.ZERO)
                        .greaterThan(1)
                        .tree()))
                .isEqualTo(
                        "($exists($states.input.order_total) and $states.input.order_total != null ? $states.input.order_total : 0) > 1");
    }

    @Test
    void the_parts_of_a_format_are_joined() {
        assertThat(JsonataText.of(format("{}", path(Order::total)).tree()))
                .isEqualTo("\"\" & $states.input.order_total");
        assertThat(JsonataText.of(format(
                                "{}/{} of '{}'",
                                path(Order::id),
                                uuid(),
                                path(Order::total).plus(1))
                        .tree()))
                .isEqualTo("$states.input.id & \"/\" & $uuid() & \" of '\" & ($states.input.order_total + 1) & \"'\"");
        assertThat(JsonataText.of(format("plain").tree())).isEqualTo("\"plain\"");
        assertThat(JsonataText.of(format("").tree())).isEqualTo("\"\"");
    }

    @Test
    void a_format_escapes_what_is_no_place() {
        assertThat(jsonPath(Origin.Place.INPUT)
                        .pathOrIntrinsic(format("{it's} {} \\", path(Order::id)).tree()))
                .isEqualTo("States.Format('\\{it\\'s\\} {} \\\\', $.id)");
    }

    @Test
    void intrinsic_functions_nest() {
        assertThat(jsonPath(Origin.Place.RESULT)
                        .pathOrIntrinsic(parseJson(result(Receipt::chargeId), JsonNode.class)
                                .tree()))
                .isEqualTo("States.StringToJson($.chargeId)");
        assertThat(jsonPath(Origin.Place.INPUT)
                        .pathOrIntrinsic(format("{}-{}", uuid(), value("it's")).tree()))
                .isEqualTo("States.Format('{}-{}', States.UUID(), 'it\\'s')");
        assertThat(limits).isEmpty();
    }

    @Test
    void a_template_keeps_what_is_constant() {
        var request =
                object(ChargeRequest::new, path(Order::id), value(new BigDecimal("9.90")), value("{% literal %}"));

        assertThat(JsonText.compact(JsonataText.template(request.tree())))
                .isEqualTo("{\"orderId\":\"{% $states.input.id %}\",\"amount\":9.90,"
                        + "\"currency\":\"{% \\\"{% literal %}\\\" %}\"}");
        assertThat(JsonText.compact(jsonPath(Origin.Place.INPUT).template(request.tree())))
                .isEqualTo("{\"orderId.$\":\"$.id\",\"amount\":9.90,\"currency\":\"{% literal %}\"}");
    }

    @Test
    void a_template_within_an_expression_is_an_object_constructor() {
        var request = object(ChargeRequest::new, path(Order::id), path(Order::total), value("EUR"));

        assertThat(JsonataText.of(request.tree()))
                .isEqualTo(
                        "{\"orderId\": $states.input.id, \"amount\": $states.input.order_total, \"currency\": \"EUR\"}");
    }

    @Test
    void a_constant_that_a_payload_template_would_evaluate_is_a_limit() {
        JsonNode constant = JsonDocument.parse("[{\"a\":{\"b.$\":\"$.x\"}}]").root();

        jsonPath(Origin.Place.INPUT).template(value(constant).tree());

        assertThat(limits).singleElement().satisfies(limit -> {
            assertThat(limit.reason()).contains("\"b.$\"");
            assertThat(limit.alternative()).contains("JSONATA");
        });
    }

    @Test
    void a_step_into_a_computed_value_is_jsonata() {
        Value<Object, Receipt> parsed =
                Value.of(parseJson(value("{}"), Receipt.class).tree());

        assertThat(JsonataText.of(parsed.get(Receipt::amount).tree())).isEqualTo("$parse(\"{}\").amount");

        jsonPath(Origin.Place.INPUT).path(parsed.get(Receipt::amount).tree());
        assertThat(limits).hasSize(1);
    }

    @Test
    void the_selected_result_is_read_through_its_selector() {
        Tree selector = object(ChargeRequest::new, result(Receipt::chargeId), result(Receipt::amount), value("EUR"))
                .tree();

        assertThat(JsonataText.of(Substitution.of(
                        Origin.Place.RESULT, result(ChargeRequest::orderId).tree(), selector)))
                .isEqualTo("$states.result.chargeId");
        assertThat(JsonataText.of(Substitution.of(
                        Origin.Place.RESULT, result(ChargeRequest::currency).tree(), selector)))
                .isEqualTo("\"EUR\"");
    }

    @Test
    void the_input_of_the_execution_is_in_the_context() {
        assertThat(JsonataText.of(executionInput(Order::total).tree()))
                .isEqualTo("$states.context.Execution.Input.order_total");
        assertThat(jsonPath(Origin.Place.RESULT)
                        .path(executionInput(Order::total).tree()))
                .isEqualTo("$$.Execution.Input.order_total");
    }

    @Test
    void the_whole_input_is_one_path() {
        assertThat(JsonataText.of(input().tree())).isEqualTo("$states.input");
        assertThat(jsonPath(Origin.Place.INPUT).path(input().tree())).isEqualTo("$");
    }

    @Test
    void constants_are_as_jackson_writes_them() {
        assertThat(JsonText.compact(
                        JsonataText.template(value(Map.of("at", Instant.EPOCH)).tree())))
                .isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\"}");
        assertThat(JsonataText.template(value(null).tree())).isEqualTo(JsonNodeFactory.instance.nullNode());
    }

    @Test
    void a_method_that_is_no_property_is_refused_with_those_that_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> path(Bean::describe))
                .withMessageContaining("Bean::describe is not a JSON property")
                .withMessageContaining("name, open");
        assertThatIllegalArgumentException().isThrownBy(() -> path(Bean::getHidden));
    }

    @Test
    void an_unwrapped_property_has_no_path() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> path(Outer::customer))
                .withMessageContaining("Outer::customer is not a JSON property");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"a\\", "a\\b"})
    void a_pattern_with_a_stray_backslash_is_refused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> path(Order::id).matches(pattern))
                .withMessageContaining("offset 1");
    }

    record Two(String a, String b) {
        Two(String a) {
            this(a, a);
        }
    }

    @Test
    void only_the_canonical_constructor_makes_a_template() {
        Constructors.Constructor1<String, Two> other = Two::new;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expr.template(other, value("x")))
                .withMessageContaining("Two::new is not the canonical constructor");
    }

    @Test
    void only_records_are_templates() {
        Constructors.Constructor1<String, StringBuilder> builder = StringBuilder::new;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expr.template(builder, value("x")))
                .withMessageContaining("a template needs a record's constructor such as Order::new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% $states.input.a = 1 %}",
                "$states.input.a = 1",
                "{\"Variable\": \"$.a\", \"NumericEquals\": 1}"
            })
    void blanks_around_a_condition_as_it_stands_mean_nothing(String text) {
        assertThat(Dsl.condition("\n  " + text + "\n").tree())
                .isEqualTo(Dsl.condition(text).tree());
    }
}
