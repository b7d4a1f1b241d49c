package dev.stepwright.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.InvalidStateMachineException;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.examples.guide.Orders.Order;
import dev.stepwright.examples.guide.Orders.Packing;
import dev.stepwright.examples.guide.Orders.Parcel;
import dev.stepwright.examples.guide.Orders.Payment;
import dev.stepwright.examples.guide.Orders.Receipt;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every snippet of the guide becomes the ASL beside it, and runs to the same end in both query languages; the nested machine, with the patterns. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/dsl.md");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- asl: (\\w+)\\.(\\w+)( jsonpath)? -->\\R```json\\R(.*?)```", Pattern.DOTALL);
    private static final String ORDER = "{'id':'o-1','total':1500,'customer':{'email':'kim@example.org','vip':false},"
            + "'items':[{'sku':'lamp','quantity':2},{'sku':'bulb','quantity':6}],'shipAt':'2026-02-01T00:00:00Z'}";

    static Stream<Arguments> blocks() throws Exception {
        List<Arguments> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(Files.readString(GUIDE));
        while (found.find()) {
            StateMachine<?, ?> machine = machine(found.group(1), found.group(2));
            blocks.add(Arguments.of(
                    found.group(1) + "." + found.group(2),
                    found.group(3) == null ? machine : machine.queryLanguage(QueryLanguage.JSONPATH),
                    found.group(4)));
        }
        return blocks.stream();
    }

    private static StateMachine<?, ?> machine(String type, String method) throws ReflectiveOperationException {
        return (StateMachine<?, ?>) Class.forName(GuideTest.class.getPackageName() + "." + type)
                .getMethod(method)
                .invoke(null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void the_asl_beside_a_snippet_is_what_it_becomes(String name, StateMachine<?, ?> machine, String shown) {
        assertThat(JsonDocument.parse(shown).root())
                .hasToString(machine.definition().json().path("States").toString());
    }

    @Test
    void every_construct_is_in_the_guide_with_its_asl() throws IOException {
        String guide = Files.readString(GUIDE);

        Stream.of(States.class, Handling.class, Data.class, Calls.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(GuideTest::nameOf)
                .forEach(name -> assertThat(guide).contains("<!-- asl: " + name + " -->"));
    }

    private static String nameOf(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                run(States.charging(), ORDER, "'r-o-1'"),
                run(States.preparing(), ORDER, "{'orderId':'o-1','amount':1500,'currency':'EUR'}"),
                run(States.waiting(), ORDER, ORDER),
                run(States.choosing(), ORDER, ORDER.replace("'o-1'", "'checked o-1'")),
                run(States.choosing(), ORDER.replace("1500", "15"), ORDER.replace("1500", "15")),
                run(States.choosingStatically(), ORDER, ORDER.replace("'o-1'", "'checked o-1'")),
                run(
                        States.bothAtOnce(),
                        ORDER,
                        "{'receipt':{'number':'r-o-1','amount':1500},'order':" + ORDER.replace("'o-1'", "'checked o-1'")
                                + "}"),
                run(States.packing(), ORDER, "[{'label':'o-1/0 lamp'},{'label':'o-1/1 bulb'}]"),
                run(States.importing(), "{'bucket':'b','file':'rows.csv'}", "[{'rows':2}]"),
                run(States.ending(), ORDER, "'o-1'"),
                run(States.ending(), ORDER.replace("1500", "0"), "EmptyOrder: there is nothing to pay for"),
                run(Handling.retrying(), ORDER, ORDER.replace("'o-1'", "'checked o-1'")),
                run(
                        Handling.catchingInto(),
                        "{'order':" + ORDER + "}",
                        "{'order':" + ORDER + ",'receipt':{'number':'r-o-1','amount':1500}}"),
                run(
                        Handling.catchingInto(),
                        "{'order':" + ORDER.replace("1500", "9000") + "}",
                        "{'order':" + ORDER.replace("1500", "9000")
                                + ",'problem':{'Error':'Declined','Cause':'too much'}}"),
                run(
                        Handling.catchingData(),
                        ORDER.replace("1500", "9000"),
                        "{'order':'o-1','reason':'too much'}",
                        "with JSONPath use catchingInto"),
                run(
                        Handling.catchingData(),
                        ORDER,
                        "{'order':'r-o-1','reason':'none'}",
                        "with JSONPath use catchingInto"),
                run(Handling.variables(), ORDER, "{'order':'r-o-1','text':'paid'}"),
                run(Handling.variablesOnTheWay(), ORDER, "{'order':'o-1','text':'large'}"),
                run(Handling.counting(), ORDER, "{'times':1,'large':true}", "is computed"),
                run(Handling.counting(), ORDER.replace("1500", "-1"), "{'times':3,'large':false}", "is computed"),
                run(Handling.reasons(), ORDER, ORDER),
                run(Handling.reasons(), ORDER.replace("1500", "9000"), "Refused: no money"),
                run(
                        Handling.takingOnTheWay(),
                        ORDER,
                        "{'number':'r-o-1','amount':1500}",
                        "a rule of a Choice that passes on anything but its input needs JSONata"),
                run(Handling.deeper(), "{'order':" + ORDER.replace("kim@", "lee@") + "}", "{'order':" + ORDER + "}"),
                run(Handling.part(), "{'order':" + ORDER + "}", ORDER),
                run(States.waitingForCustomer(), ORDER, "{'email':'kim@example.org','vip':false}"),
                run(Handling.again(), ORDER, ORDER.replace("'o-1'", "'checked o-1'")),
                run(Data.optionals(), "{'id':'c-1','coupon':'HALF'}", "{'cart':'c-1','price':50,'coupon':'HALF'}"),
                run(Data.optionals(), "{'id':'c-1','coupon':null}", "{'cart':'c-1','price':100,'coupon':null}"),
                run(Data.verbatim(), ORDER, "{'sku':'bulb','quantity':6}", "is not JSONPath"),
                run(Data.paths(), ORDER, "{'order':'o-1','e-mail':'kim@example.org','skus':['lamp','bulb']}"),
                run(
                        Data.calculations(),
                        ORDER,
                        "{'quantity':8,'due':'2026-02-03T00:00:00.000Z','greeting':'kim@example.org'}",
                        "is computed, but JSONPath has no such operation"),
                run(
                        Data.functions(),
                        ORDER,
                        "{'parts':['o','1'],'hash':'afcd22327424989291acb9bceff8fe993b17e59f','encoded':'by0x',"
                                + "'known':true,'numbers':[1,5,9],'first':'o'}"),
                run(Data.texts(), ORDER, "{'order':'run-1','text':'order o-1 over 1500 EUR'}"),
                run(Data.withoutClass(), ORDER, "{'order-id':'o-1','to':{'email':'kim@example.org'}}"),
                run(Data.literal(), ORDER, "{'currency':'EUR','lines':[1,2]}"),
                run(Data.conditions(), ORDER, ORDER),
                run(Calls.approval(), ORDER, "{'approved':true,'by':'o-1'}"),
                run(Calls.service(), ORDER, ORDER),
                run(Calls.job(), ORDER, ORDER),
                run(Calls.resource(), ORDER, "{'text':'yes: is o-1 good?'}"),
                run(Calls.settings(), ORDER, ORDER.replace("'o-1'", "'checked o-1'")));
    }

    private static Arguments run(StateMachine<?, ?> machine, String input, String expected) {
        return run(machine, input, expected, "");
    }

    /** The last one is the reason why there is no JSONPath; empty if there is. */
    private static Arguments run(StateMachine<?, ?> machine, String input, String expected, String onlyJsonata) {
        return Arguments.of(machine, input.replace('\'', '"'), expected.replace('\'', '"'), onlyJsonata);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void both_renderings_run_to_the_same_end(
            StateMachine<?, ?> machine, String input, String expected, String onlyJsonata) {
        assertThat(end(machine.queryLanguage(QueryLanguage.JSONATA), input)).isEqualTo(expected);
        if (onlyJsonata.isEmpty()) {
            assertThat(end(machine.queryLanguage(QueryLanguage.JSONPATH), input))
                    .isEqualTo(expected);
        } else {
            assertThatExceptionOfType(InvalidStateMachineException.class)
                    .isThrownBy(() -> machine.queryLanguage(QueryLanguage.JSONPATH))
                    .withMessageContaining(onlyJsonata);
        }
    }

    private static String end(StateMachine<?, ?> machine, String input) {
        var config = EngineConfig.builder().time(VirtualTime.automatic(Instant.parse("2026-01-31T10:00:00Z")));
        try (Engine engine = Engine.create(config.build())) {
            Outcome<JsonNode> outcome = engine.register(
                            "guide", machine.definition(), JsonNode.class, JsonNode.class, handlers())
                    .start("run-1", JsonDocument.parse(input).root())
                    .await();
            return outcome instanceof Outcome.Failed<JsonNode> failed
                    ? failed.error() + ": " + failed.cause()
                    : outcome.output().toString();
        }
    }

    private static TaskHandlers handlers() {
        return TaskHandlers.builder()
                .resource("${Shop_check}", Order.class, (order, task) -> checked(order))
                .resource(
                        "arn:aws:lambda:eu-west-1:123456789012:function:check",
                        Order.class,
                        (order, task) -> checked(order))
                .resource("${Shop_charge}", Payment.class, (payment, task) -> {
                    if (payment.amount() > 5000) {
                        throw new TaskFailure("Declined", "too much");
                    }
                    return receipt(payment);
                })
                .resource(
                        "${Shop_pack}",
                        Packing.class,
                        (packing, task) -> new Parcel(packing.order() + "/" + packing.place() + " "
                                + packing.item().sku()))
                .resource(
                        "${Warehouse_load}",
                        (batch, task) -> JsonDocument.parse(
                                        "{\"rows\":" + batch.path("Items").size() + "}")
                                .root())
                .resource(
                        "arn:aws:states:::s3:getObject",
                        (request, task) -> JsonDocument.parse("{\"Body\":\"sku,quantity\\nlamp,2\\nbulb,6\\n\"}")
                                .root())
                .answering(
                        "Ask manager",
                        JsonNode.class,
                        (event, task) -> new Calls.Decision(
                                event.has("token"),
                                event.path("input").path("id").stringValue()))
                .resource("arn:aws:states:::sns:publish", (message, task) -> message)
                .resource("arn:aws:states:::glue:startJobRun.sync", (job, task) -> job)
                .resource(
                        "arn:aws:states:eu-west-1:123456789012:activity:ask",
                        (question, task) -> JsonDocument.parse("{\"text\":\"yes: "
                                        + question.path("text").stringValue() + "\"}")
                                .root())
                .build();
    }

    private static Order checked(Order order) {
        return new Order("checked " + order.id(), order.total(), order.customer(), order.items(), order.shipAt());
    }

    private static Receipt receipt(Payment payment) {
        return new Receipt("r-" + payment.orderId(), payment.amount());
    }
}
