package dev.stepwright.dsl.expr;

import static dev.stepwright.dsl.Dsl.branch1;
import static dev.stepwright.dsl.Dsl.branch2;
import static dev.stepwright.dsl.Dsl.format;
import static dev.stepwright.dsl.Dsl.not;
import static dev.stepwright.dsl.Dsl.now;
import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.result;
import static dev.stepwright.dsl.Dsl.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.dsl.Orders.Customer;
import dev.stepwright.dsl.Orders.Item;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Tier;
import dev.stepwright.dsl.items.ResultManifest;
import dev.stepwright.dsl.items.ResultManifest.ResultFile;
import dev.stepwright.dsl.items.ResultManifest.ResultFiles;
import dev.stepwright.dsl.tree.JsonataText;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.jsonata.value.Surroundings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSONata that expressions become, evaluated: where the language has a trap, the expression does not. */
class MeaningTest {
    private static final Order ORDER = new Order(
            "o-1",
            new BigDecimal("12.50"),
            true,
            Tier.GOLD,
            Instant.parse("2026-01-31T12:00:00Z"),
            new Customer("a@b.c", 30),
            List.of(new Item("s", 2, BigDecimal.ONE)));

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of(path(Order::total).greaterThan(12), true),
                Arguments.of(path(Order::total).equalTo(new BigDecimal("12.5")), true),
                Arguments.of(path(Order::tier).equalTo(Tier.GOLD), true),
                Arguments.of(not(path(Order::tier).isOneOf(Tier.GOLD, Tier.BASIC)), false),
                Arguments.of(path(Order::express).isTrue(), true),
                Arguments.of(path(Order::express).isFalse(), false),
                Arguments.of(path(Order::shipAt).equalTo(Instant.parse("2026-01-31T12:00:00.000Z")), true),
                Arguments.of(path(Order::shipAt).before(Instant.parse("2026-01-31T12:00:00.001Z")), true),
                Arguments.of(path(Order::customer).get(Customer::email).matches("*@b.c"), true),
                Arguments.of(path(Order::customer).get(Customer::email).matches("a@b?c"), false),
                Arguments.of(path(Order::customer).get(Customer::email).matches("b.c"), false),
                Arguments.of(path(Order::items).count().equalTo(1), true),
                Arguments.of(path(Order::items).sum(Item::quantity).equalTo(2), true),
                Arguments.of(path(Order::id).isString().and(not(path(Order::id).isNumeric())), true),
                Arguments.of(
                        path(Order::total)
                                .isNumeric()
                                .and(not(path(Order::total).isTimestamp())),
                        true),
                Arguments.of(
                        path(Order::express).isBoolean().and(not(path(Order::id).isTimestamp())), true),
                Arguments.of(path(Order::shipAt).isTimestamp(), true),
                Arguments.of(path(Order::id).isPresent().and(not(path(Order::id).isNull())), true),
                Arguments.of(
                        path(Order::id)
                                .equalTo("x")
                                .or(path(Order::id).equalTo("o-1"))
                                .and(path(Order::express).isFalse()),
                        false));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("conditions")
    void a_condition_holds_or_not(Condition<Order> condition, boolean expected) {
        assertThat(evaluate(condition.tree(), JavaValues.toJson(ORDER), null))
                .isEqualTo(JsonNodeFactory.instance.booleanNode(expected));
    }

    @ParameterizedTest
    @CsvSource({"{}, false", "{\"express\":null}, false", "{\"express\":true}, true"})
    void a_truth_value_that_is_missing_is_not_true(String input, boolean expected) {
        assertThat(evaluate(
                        path(Order::express).isTrue().tree(),
                        JsonDocument.parse(input).root(),
                        null))
                .isEqualTo(JsonNodeFactory.instance.booleanNode(expected));
    }

    @Test
    void a_missing_number_is_compared_by_its_fallback() {
        JsonNode empty = JsonDocument.parse("{}").root();
        Condition<Order> bare = path(Order::total).greaterThan(1);
        Condition<Order> safe = path(Order::total).orElse(BigDecimal.TEN).greaterThan(1);

        assertThat(evaluate(bare.tree(), empty, null).isMissingNode()).isTrue();
        assertThat(evaluate(safe.tree(), empty, null).booleanValue()).isTrue();
    }

    @Test
    void what_is_null_in_java_is_replaced_by_its_fallback() {
        JsonNode none = JsonDocument.parse("{\"total\": null}").root();

        assertThat(evaluate(path(Order::total).orElse(BigDecimal.TEN).tree(), none, null)
                        .intValue())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]|[]", "[{\"sku\":\"a\"}]|[\"a\"]", "[{\"sku\":\"a\"},{\"sku\":\"b\"}]|[\"a\",\"b\"]"})
    void a_field_of_all_items_is_a_list(String items, String expected) {
        JsonNode input = JsonDocument.parse("{\"items\":" + items + "}").root();

        assertThat(JsonText.compact(evaluate(path(Order::items).each(Item::sku).tree(), input, null)))
                .isEqualTo(expected);
    }

    record Pair(List<Item> left, Order right) {}

    @Test
    void the_result_of_a_branch_that_is_a_list_of_one_stays_a_list() {
        JsonNode results =
                JsonDocument.parse("[[{\"sku\":\"s\"}],{\"id\":\"o\"}]").root();
        Expr<Object, ?, Pair> pair =
                Expr.template((Constructors.Constructor2<List<Item>, Order, Pair>) Pair::new, branch1(), branch2());

        assertThat(JsonText.compact(evaluate(pair.tree(), results, results)))
                .isEqualTo("{\"left\":[{\"sku\":\"s\"}],\"right\":{\"id\":\"o\"}}");
    }

    @Test
    void a_result_goes_into_a_field_of_the_input() {
        Tree merge =
                new Tree.Merge(List.of(new Segment.Field("rece-ipt", Object.class, Object.class)), result().tree());

        assertThat(JsonText.compact(evaluate(
                        merge,
                        JsonDocument.parse("{\"a\":1,\"rece-ipt\":2}").root(),
                        JsonDocument.parse("[3]").root())))
                .isEqualTo("{\"a\":1,\"rece-ipt\":[3]}");
    }

    @Test
    void constants_and_formats_survive_quoting() {
        JsonNode input = JavaValues.toJson(ORDER);

        assertThat(evaluate(value("it's \"quoted\"\n\\ {%x%}").tree(), input, null)
                        .stringValue())
                .isEqualTo("it's \"quoted\"\n\\ {%x%}");
        assertThat(evaluate(
                                format("{} costs {} {x}", path(Order::id), path(Order::total))
                                        .tree(),
                                input,
                                null)
                        .stringValue())
                .isEqualTo("o-1 costs 12.5 {x}");
    }

    @Test
    void a_manifest_of_written_results_is_read_by_its_accessors() {
        JsonNode manifest = JsonDocument.parse("""
                {"DestinationBucket": "b", "MapRunArn": "arn", "ResultFiles": {"FAILED": [],
                "PENDING": [], "SUCCEEDED": [{"Key": "r/SUCCEEDED_0.json", "Size": 30}, {"Key": "r/SUCCEEDED_1.json", "Size": 12}]}}
                """).root();
        Items<ResultManifest, ResultFile> succeeded =
                path(ResultManifest::files).get(ResultFiles::succeeded);

        assertThat(evaluate(succeeded.sum(ResultFile::size).tree(), manifest, null)
                        .longValue())
                .isEqualTo(42);
        assertThat(JavaValues.fromJson(manifest, ResultManifest.class).files().failed())
                .isEmpty();
    }

    static Stream<Arguments> times() {
        Timestamp<Order> shipAt = path(Order::shipAt);
        return Stream.of(
                Arguments.of(shipAt.plus(Duration.ofDays(2)), "\"2026-02-02T12:00:00.000Z\""),
                Arguments.of(shipAt.minus(Duration.ofMillis(1)), "\"2026-01-31T11:59:59.999Z\""),
                Arguments.of(
                        shipAt.plusSeconds(path(Order::customer).get(Customer::age)), "\"2026-01-31T12:00:30.000Z\""),
                Arguments.of(shipAt.plusSeconds(path(Order::items).count().plus(1)), "\"2026-01-31T12:00:02.000Z\""),
                Arguments.of(shipAt.secondsUntil(shipAt.plus(Duration.ofMillis(90_500))), "90"),
                Arguments.of(shipAt.plus(Duration.ofHours(1)).secondsUntil(shipAt), "-3600"),
                Arguments.of(shipAt.format("[Y0001]-[M01]-[D01]"), "\"2026-01-31\""));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("times")
    void a_time_is_moved_measured_and_printed(Expr<Order, Object, ?> time, String expected) {
        assertThat(JsonText.compact(evaluate(time.tree(), JavaValues.toJson(ORDER), null)))
                .isEqualTo(expected);
    }

    @Test
    void now_is_later_than_what_is_past() {
        assertThat(evaluate(
                                now().after(Instant.parse("2026-01-01T00:00:00Z"))
                                        .tree(),
                                JsonNodeFactory.instance.nullNode(),
                                null)
                        .booleanValue())
                .isTrue();
    }

    @Test
    void a_field_that_is_missing_vanishes_from_an_object() {
        Expr<Order, Object, Item> item = object(Item::new, path(Order::id), value(1), path(Order::total));

        assertThat(JsonText.compact(evaluate(
                        item.tree(), JsonDocument.parse("{\"id\":\"x\"}").root(), null)))
                .isEqualTo("{\"sku\":\"x\",\"quantity\":1}");
    }

    private static JsonNode evaluate(Tree tree, JsonNode input, JsonNode result) {
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        states.set("input", input);
        if (result != null) {
            states.set("result", result);
        }
        return Jsonata.parse(JsonataText.of(tree))
                .evaluate(
                        JsonNodeFactory.instance.missingNode(),
                        Surroundings.DEFAULT.withBindings(Map.of("states", states)));
    }
}
