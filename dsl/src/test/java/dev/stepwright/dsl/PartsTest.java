package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.choice;
import static dev.stepwright.dsl.Dsl.field;
import static dev.stepwright.dsl.Dsl.input;
import static dev.stepwright.dsl.Dsl.item;
import static dev.stepwright.dsl.Dsl.itemIndex;
import static dev.stepwright.dsl.Dsl.itemKey;
import static dev.stepwright.dsl.Dsl.itemSource;
import static dev.stepwright.dsl.Dsl.json;
import static dev.stepwright.dsl.Dsl.jsonPath;
import static dev.stepwright.dsl.Dsl.jsonata;
import static dev.stepwright.dsl.Dsl.map;
import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.result;
import static dev.stepwright.dsl.Dsl.succeed;
import static dev.stepwright.dsl.Dsl.taking;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.template;
import static dev.stepwright.dsl.Dsl.value;
import static dev.stepwright.dsl.Dsl.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.Orders.ChargeRequest;
import dev.stepwright.dsl.Orders.Customer;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.dsl.Surroundings.Ctx;
import dev.stepwright.dsl.Surroundings.Numbered;
import dev.stepwright.dsl.expr.Expr;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** States that read or give only a part of their data. */
class PartsTest {
    private static final Expr<Ctx, Object, ChargeRequest> REQUEST =
            within(path(Ctx::order), object(ChargeRequest::new, path(Order::id), path(Order::total), value("EUR")));

    /** Single quotation marks stand for double ones. */
    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(
                        task("S", Shop::charge).arguments(REQUEST),
                        "'Arguments':{'orderId':'{% $states.input.order.id %}',"
                                + "'amount':'{% $states.input.order.order_total %}','currency':'EUR'}",
                        "'InputPath':'$.order','Parameters':{'orderId.$':'$.id','amount.$':'$.order_total','currency':'EUR'}"),
                Arguments.of(
                        task("S", Shop::review).arguments(within(input(), path(Ctx::order))),
                        "'Arguments':'{% $states.input.order %}'",
                        "'InputPath':'$.order'"),
                Arguments.of(
                        pass("S", within(path(Ctx::order), path(Order::customer))),
                        "'Output':'{% $states.input.order.customer %}'",
                        "'InputPath':'$.order.customer'"),
                Arguments.of(
                        task("S", Shop::charge)
                                .arguments(REQUEST)
                                .resultInto(Ctx::receipt)
                                .keep(path(Ctx::order)),
                        "'Output':'{% $states.input.order %}'",
                        "'ResultPath':'$.receipt','OutputPath':'$.order'"),
                Arguments.of(
                        task("S", Shop::charge)
                                .arguments(REQUEST)
                                .resultInto(Ctx::receipt)
                                .keep(path(Ctx::receipt)),
                        "'Output':'{% $states.result %}'",
                        "'ResultPath':'$.receipt','OutputPath':'$.receipt'"),
                Arguments.of(
                        task("S", Shop::review).discardResult().keep(path(Order::customer)),
                        "'Output':'{% $states.input.customer %}'",
                        "'ResultPath':null,'OutputPath':'$.customer'"),
                Arguments.of(
                        task("S", Shop::review).keep(path(Order::customer)),
                        "'Output':'{% $states.result.customer %}'",
                        "'OutputPath':'$.customer'"),
                Arguments.of(
                        task("S", Shop::review).keep(input()), "'Output':'{% $states.result %}'", "'OutputPath':'$'"),
                Arguments.of(
                        task("S", Shop::review).output(result()),
                        "'Output':'{% $states.result %}'",
                        "'ResultPath':'$'"),
                Arguments.of(
                        pass("S", ChargeRequest::new, path(Order::id), path(Order::total), value("EUR"))
                                .keep(path(ChargeRequest::amount)),
                        "'Output':'{% $states.input.order_total %}'",
                        "'Parameters':{'orderId.$':'$.id','amount.$':'$.order_total','currency':'EUR'},"
                                + "'OutputPath':'$.amount'"),
                Arguments.of(
                        Dsl.<Order>pass("S").keep(path(Order::customer)),
                        "'Output':'{% $states.input.customer %}'",
                        "'OutputPath':'$.customer'"),
                Arguments.of(
                        pass("S", json(field("n", value(1)), field("in", json(field("id", path(Order::id)))))),
                        "'Output':{'n':1,'in':{'id':'{% $states.input.id %}'}}",
                        "'Parameters':{'n':1,'in':{'id.$':'$.id'}}"),
                Arguments.of(
                        pass(
                                "S",
                                json(field("t", "x"), field("n", 1.5), field("b", true), field("id", path(Order::id)))),
                        "'Output':{'t':'x','n':1.5,'b':true,'id':'{% $states.input.id %}'}",
                        "'Parameters':{'t':'x','n':1.5,'b':true,'id.$':'$.id'}"),
                Arguments.of(
                        map("S", within(path(Ctx::order), path(Order::items)), pass("P")),
                        "'Items':'{% $states.input.order.items %}'",
                        "'InputPath':'$.order','ItemsPath':'$.items'"),
                Arguments.of(
                        map(
                                "S",
                                within(path(Ctx::order), path(Order::items)),
                                object(Numbered::new, item(), itemIndex()),
                                pass("P")),
                        "'Items':'{% $states.input.order.items %}'",
                        "'ItemsPath':'$.order.items'"),
                Arguments.of(
                        map(
                                "S",
                                path(Order::items),
                                json(field("name", itemKey()), field("from", itemSource())),
                                pass("P")),
                        "'ItemSelector':{'name':'{% $states.context.Map.Item.Key %}',"
                                + "'from':'{% $states.context.Map.Item.Source %}'}",
                        "'ItemSelector':{'name.$':'$$.Map.Item.Key','from.$':'$$.Map.Item.Source'}"),
                Arguments.of(
                        choice("S")
                                .when(path(Order::express).isTrue(), taking(path(Order::customer), succeed("A")))
                                .otherwise(taking(path(Order::customer), succeed("B"))),
                        "'Output':'{% $states.input.customer %}','Next':'A'",
                        "'OutputPath':'$.customer'"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_state_has_these_fields(Flow<?, ?> flow, String jsonata, String jsonPath) {
        StateMachine<?, ?> machine = machine(flow);

        assertThat(state(machine)).contains(jsonata.replace('\'', '"'));
        assertThat(state(machine.queryLanguage(QueryLanguage.JSONPATH))).contains(jsonPath.replace('\'', '"'));
    }

    private static StateMachine<?, ?> machine(Flow<?, ?> flow) {
        return flow instanceof Step<?, ?> step
                ? StateMachine.start(step).end()
                : StateMachine.start((Terminal<?, ?>) flow);
    }

    private static String state(StateMachine<?, ?> machine) {
        return machine.definition().state("S").orElseThrow().json().toString();
    }

    @Test
    void the_type_of_a_part_is_known() {
        assertThat(StateMachine.start(task("S", Shop::review).keep(path(Order::customer)))
                        .end()
                        .outputType())
                .isEqualTo(Customer.class);
        assertThat(StateMachine.start(pass("S", within(path(Ctx::order), path(Order::customer))))
                        .end()
                        .inputType())
                .isEqualTo(Ctx.class);
    }

    @Test
    void the_result_of_a_function_is_taken_out_of_its_envelope_first() {
        var machine = StateMachine.start(task("S", Shop::review).keep(path(Order::customer)))
                .end()
                .lambdaInvoke();

        assertThat(state(machine)).contains("\"Output\":\"{% $states.result.Payload.customer %}\"");
        assertThat(state(machine.queryLanguage(QueryLanguage.JSONPATH)))
                .contains("\"OutputPath\":\"$.Payload.customer\"");
    }

    @Test
    void a_text_as_it_stands_reads_the_part_only_where_the_state_has_an_input_path() {
        Expr<JsonNode, Object, JsonNode> part = within(jsonPath("$.a", JsonNode.class), template("{\"b.$\": \"$.c\"}"));
        var machine = StateMachine.start(JsonNode.class).queryLanguage(QueryLanguage.JSONPATH);

        assertThat(state(machine.then(pass("S", part)).end()))
                .contains("\"InputPath\":\"$.a\",\"Parameters\":{\"b.$\":\"$.c\"}");
        assertThatThrownBy(() ->
                        machine.then(pass("S", object(Holder::new, part))).end())
                .isInstanceOf(InvalidStateMachineException.class)
                .hasMessageContaining("state \"S\": within(...) is inside another expression");
        assertThatThrownBy(() -> StateMachine.start(
                                pass("S", within(path(Order::customer), jsonata("$states.input.email", String.class))))
                        .end())
                .isInstanceOf(InvalidStateMachineException.class)
                .hasMessageContaining("reads the whole input, not the part");
    }

    record Holder(JsonNode value) {}

    @Test
    void a_field_is_given_once() {
        assertThatThrownBy(() -> json(field("id", value(1)), field("id", value(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the field \"id\" of a JsonNode is given twice; an object has each field once");
    }

    @Test
    void rules_that_give_different_parts_need_jsonata() {
        var machine = StateMachine.start(choice("S")
                .when(path(Order::express).isTrue(), taking(path(Order::customer), succeed("A")))
                .otherwise(taking(value(new Customer("x", 1)), succeed("B"))));

        assertThatThrownBy(() -> machine.queryLanguage(QueryLanguage.JSONPATH))
                .isInstanceOf(InvalidStateMachineException.class)
                .hasMessageContaining("unless all rules and the default pass on the same part of it");
    }
}
