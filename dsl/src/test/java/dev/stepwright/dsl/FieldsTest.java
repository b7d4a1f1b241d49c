package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.assigning;
import static dev.stepwright.dsl.Dsl.choice;
import static dev.stepwright.dsl.Dsl.commented;
import static dev.stepwright.dsl.Dsl.errors;
import static dev.stepwright.dsl.Dsl.fail;
import static dev.stepwright.dsl.Dsl.field;
import static dev.stepwright.dsl.Dsl.format;
import static dev.stepwright.dsl.Dsl.input;
import static dev.stepwright.dsl.Dsl.item;
import static dev.stepwright.dsl.Dsl.itemIndex;
import static dev.stepwright.dsl.Dsl.json;
import static dev.stepwright.dsl.Dsl.map;
import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.onError;
import static dev.stepwright.dsl.Dsl.parallel;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.result;
import static dev.stepwright.dsl.Dsl.succeed;
import static dev.stepwright.dsl.Dsl.taking;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.value;
import static dev.stepwright.dsl.Dsl.variable;
import static dev.stepwright.dsl.Dsl.waitFor;
import static dev.stepwright.dsl.Dsl.waitUntil;
import static dev.stepwright.dsl.Surroundings.review;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.Orders.ChargeRequest;
import dev.stepwright.dsl.Orders.Customer;
import dev.stepwright.dsl.Orders.Item;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Receipt;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.json.JavaValues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the settings of single states become, in both query languages. */
class FieldsTest {
    record Numbered(Item item, int place, String order) {}

    record Paid(ChargeRequest request, String role) {}

    record Approval(String order, String token) {}

    record Send(
            @JsonProperty("QueueUrl") String queue,
            @JsonProperty("MessageBody") Approval body) {}

    private static final Resource<Send, Receipt> ASK =
            Resource.of("arn:aws:states:::sqs:sendMessage.waitForTaskToken", Send.class, Receipt.class);

    interface Desk {
        String note(Numbered numbered);
    }

    /** Single quotation marks stand for double ones. */
    static Stream<Arguments> states() {
        Var<String> note = variable("note", String.class);
        Var<Integer> place = variable("place", Integer.class);
        return Stream.of(
                Arguments.of(
                        Dsl.<Order>pass("S").comment("c").assign(note, path(Order::id)),
                        "{'Type':'Pass','Comment':'c','Assign':{'note':'{% $states.input.id %}'},'End':true}",
                        "{'Type':'Pass','Comment':'c','Assign':{'note.$':'$.id'},'End':true}"),
                Arguments.of(
                        pass("S", json("{\"a.$\":[1]}")),
                        "{'Type':'Pass','Output':{'a.$':[1]},'End':true}",
                        "{'Type':'Pass','Result':{'a.$':[1]},'End':true}"),
                Arguments.of(
                        pass("S", path(Order::customer)),
                        "{'Type':'Pass','Output':'{% $states.input.customer %}','End':true}",
                        "{'Type':'Pass','InputPath':'$.customer','End':true}"),
                Arguments.of(
                        waitFor("S", path(Order::customer).get(Customer::age)),
                        "{'Type':'Wait','Seconds':'{% $states.input.customer.age %}','End':true}",
                        "{'Type':'Wait','SecondsPath':'$.customer.age','End':true}"),
                Arguments.of(
                        waitUntil("S", path(Order::shipAt)).comment("c").assign(note, value("x")),
                        "{'Type':'Wait','Comment':'c','Timestamp':'{% $states.input.shipAt %}','Assign':{'note':'x'},'End':true}",
                        "{'Type':'Wait','Comment':'c','TimestampPath':'$.shipAt','Assign':{'note':'x'},'End':true}"),
                Arguments.of(
                        succeed("S", path(Order::id)),
                        "{'Type':'Succeed','Output':'{% $states.input.id %}'}",
                        "{'Type':'Succeed','InputPath':'$.id'}"),
                Arguments.of(
                        fail("S", path(Order::id), format("order {}", path(Order::id))),
                        "{'Type':'Fail','Error':'{% $states.input.id %}','Cause':'{% \\'order \\' & $states.input.id %}'}",
                        "{'Type':'Fail','ErrorPath':'$.id','CausePath':'States.Format(~order {}~, $.id)'}"),
                Arguments.of(
                        fail(
                                "S",
                                path(Order::id),
                                format("{} of {} {}", path(Order::id), json("${Limit}"), value("${Unit}"))),
                        "{'Type':'Fail','Error':'{% $states.input.id %}',"
                                + "'Cause':'{% $states.input.id & \\' of \\' & ${Limit} & \\' \\' & \\'${Unit}\\' %}'}",
                        "{'Type':'Fail','ErrorPath':'$.id',"
                                + "'CausePath':'States.Format(~{} of {} {}~, $.id, ${Limit}, ~${Unit}~)'}"),
                Arguments.of(fail("S"), "{'Type':'Fail'}", "{'Type':'Fail'}"),
                Arguments.of(
                        task("S", Shop::validate)
                                .timeout(path(Order::customer).get(Customer::age))
                                .heartbeat(path(Order::customer).get(Customer::age)),
                        "{'Type':'Task','TimeoutSeconds':'{% $states.input.customer.age %}',"
                                + "'HeartbeatSeconds':'{% $states.input.customer.age %}',"
                                + "'Resource':'${Shop_validate}','End':true}",
                        "{'Type':'Task','TimeoutSecondsPath':'$.customer.age',"
                                + "'HeartbeatSecondsPath':'$.customer.age',"
                                + "'Resource':'${Shop_validate}','End':true}"),
                Arguments.of(
                        task("S", Shop::charge)
                                .assign(note, result(Receipt::chargeId))
                                .discardResult(),
                        "{'Type':'Task','Resource':'${Shop_charge}','Output':'{% $states.input %}',"
                                + "'Assign':{'note':'{% $states.result.chargeId %}'},'End':true}",
                        "{'Type':'Task','Resource':'${Shop_charge}','ResultPath':null,"
                                + "'Assign':{'note.$':'$.chargeId'},'End':true}"),
                Arguments.of(
                        task("S", Shop::charge).output(result(Receipt::chargeId)),
                        "{'Type':'Task','Resource':'${Shop_charge}','Output':'{% $states.result.chargeId %}','End':true}",
                        "{'Type':'Task','Resource':'${Shop_charge}','OutputPath':'$.chargeId','End':true}"),
                Arguments.of(
                        task("S", Shop::review).output(path(Order::customer)),
                        "{'Type':'Task','Resource':'${Shop_review}','Output':'{% $states.input.customer %}','End':true}",
                        "{'Type':'Task','Resource':'${Shop_review}','ResultPath':null,'OutputPath':'$.customer','End':true}"),
                Arguments.of(
                        task("S", ASK)
                                .arguments(
                                        Send::new,
                                        value("https://queue"),
                                        object(Approval::new, path(Order::id), Context.taskToken())),
                        "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                                + "'Arguments':{'QueueUrl':'https://queue','MessageBody':{'order':'{% $states.input.id %}','token':'{% $states.context.Task.Token %}'}},"
                                + "'End':true}",
                        "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                                + "'Parameters':{'QueueUrl':'https://queue','MessageBody':{'order.$':'$.id','token.$':'$$.Task.Token'}},'End':true}"),
                Arguments.of(
                        Dsl.<Order>waitFor("S", Duration.ofSeconds(1)).output(path(Order::id)),
                        "{'Type':'Wait','Seconds':1,'Output':'{% $states.input.id %}','End':true}",
                        "{'Type':'Wait','Seconds':1,'OutputPath':'$.id','End':true}"),
                Arguments.of(
                        waitUntil("S", Instant.parse("2026-02-01T10:00:00Z")),
                        "{'Type':'Wait','Timestamp':'2026-02-01T10:00:00Z','End':true}",
                        "{'Type':'Wait','Timestamp':'2026-02-01T10:00:00Z','End':true}"),
                Arguments.of(
                        fail("S").error("E").comment("c"),
                        "{'Type':'Fail','Comment':'c','Error':'E'}",
                        "{'Type':'Fail','Comment':'c','Error':'E'}"),
                Arguments.of(
                        fail("S").cause(path(Order::id)),
                        "{'Type':'Fail','Cause':'{% $states.input.id %}'}",
                        "{'Type':'Fail','CausePath':'$.id'}"),
                Arguments.of(
                        succeed("S").comment("c"),
                        "{'Type':'Succeed','Comment':'c'}",
                        "{'Type':'Succeed','Comment':'c'}"),
                Arguments.of(
                        pass("S", value("x")).resultInto(path(Paid::request).get(ChargeRequest::currency)),
                        "{'Type':'Pass','Output':'{% $merge([$states.input, {\\'request\\': "
                                + "$merge([$states.input.request, {\\'currency\\': \\'x\\'}])}]) %}','End':true}",
                        "{'Type':'Pass','Result':'x','ResultPath':'$.request.currency','End':true}"),
                Arguments.of(
                        pass(
                                        "S",
                                        object(
                                                ChargeRequest.class,
                                                field(ChargeRequest::orderId).is(path(Paid::role))))
                                .resultInto(Paid::request),
                        "{'Type':'Pass','Output':'{% $merge([$states.input, {\\'request\\': "
                                + "{\\'orderId\\': $states.input.role}}]) %}','End':true}",
                        "{'Type':'Pass','Parameters':{'orderId.$':'$.role'},'ResultPath':'$.request','End':true}"),
                Arguments.of(
                        choice("S")
                                .comment("which?")
                                .when(
                                        path(Order::express)
                                                .isTrue()
                                                .and(path(Order::id).equalTo("a"))
                                                .and(path(Order::id)
                                                        .equalTo("b")
                                                        .comment("part"))
                                                .comment("rule"),
                                        Dsl.<Order>succeed("A"))
                                .otherwise(succeed("B")),
                        "{'Type':'Choice','Comment':'which?','Choices':[{'Comment':'rule','Condition':'{% "
                                + "$states.input.express = true and $states.input.id = \\'a\\' and $states.input.id = \\'b\\' %}',"
                                + "'Next':'A'}],'Default':'B'}",
                        "{'Type':'Choice','Comment':'which?','Choices':[{'Comment':'rule','And':["
                                + "{'Variable':'$.express','BooleanEquals':true},{'Variable':'$.id','StringEquals':'a'},"
                                + "{'Comment':'part','Variable':'$.id','StringEquals':'b'}],'Next':'A'}],'Default':'B'}"),
                Arguments.of(
                        task("S", Shop::validate)
                                .retry(onError("E").comment("again"))
                                .catchingAny(errors("E", "F").comment("both"), fail("F")),
                        "{'Type':'Task','Resource':'${Shop_validate}','Retry':[{'Comment':'again','ErrorEquals':['E']}],"
                                + "'Catch':[{'Comment':'both','ErrorEquals':['E','F'],'Next':'F'}],'End':true}",
                        "{'Type':'Task','Resource':'${Shop_validate}','Retry':[{'Comment':'again','ErrorEquals':['E']}],"
                                + "'Catch':[{'Comment':'both','ErrorEquals':['E','F'],'Next':'F'}],'End':true}"),
                Arguments.of(
                        parallel("S", commented("first", review("A")), review("B"))
                                .discardResult(),
                        "{'Type':'Parallel','Branches':[{'Comment':'first','StartAt':'A','States':{'A':{'Type':'Task',"
                                + "'Resource':'${Shop_review}','End':true}}},{'StartAt':'B','States':{'B':{'Type':'Task',"
                                + "'Resource':'${Shop_review}','End':true}}}],'Output':'{% $states.input %}','End':true}",
                        "{'Type':'Parallel','Branches':[{'Comment':'first','StartAt':'A','States':{'A':{'Type':'Task',"
                                + "'Resource':'${Shop_review}','End':true}}},{'StartAt':'B','States':{'B':{'Type':'Task',"
                                + "'Resource':'${Shop_review}','End':true}}}],'ResultPath':null,'End':true}"),
                Arguments.of(
                        map("S", Dsl.<List<Item>>input(), commented("each", pass("P")))
                                .maxConcurrency(2),
                        "{'Type':'Map','MaxConcurrency':2,'ItemProcessor':{'ProcessorConfig':{'Mode':'INLINE'},"
                                + "'Comment':'each','StartAt':'P','States':{'P':{'Type':'Pass','End':true}}},'End':true}",
                        "{'Type':'Map','MaxConcurrency':2,'ItemProcessor':{'ProcessorConfig':{'Mode':'INLINE'},"
                                + "'Comment':'each','StartAt':'P','States':{'P':{'Type':'Pass','End':true}}},'End':true}"),
                Arguments.of(
                        task("S", Shop::validate).credentials("arn:aws:iam::1:role/r"),
                        "{'Type':'Task','Credentials':{'RoleArn':'arn:aws:iam::1:role/r'},"
                                + "'Resource':'${Shop_validate}','End':true}",
                        "{'Type':'Task','Credentials':{'RoleArn':'arn:aws:iam::1:role/r'},"
                                + "'Resource':'${Shop_validate}','End':true}"),
                Arguments.of(
                        task("S", Shop::charge).arguments(path(Paid::request)).credentials(path(Paid::role)),
                        "{'Type':'Task','Credentials':{'RoleArn':'{% $states.input.role %}'},"
                                + "'Resource':'${Shop_charge}','Arguments':'{% $states.input.request %}','End':true}",
                        "{'Type':'Task','Credentials':{'RoleArn.$':'$.role'},"
                                + "'Resource':'${Shop_charge}','InputPath':'$.request','End':true}"),
                Arguments.of(
                        choice("S")
                                .when(
                                        path(Order::express).isTrue(),
                                        assigning(note, path(Order::id), assigning(place, value(1), succeed("A"))))
                                .otherwise(assigning(note, value("none"), succeed("B"))),
                        "{'Type':'Choice','Choices':[{'Condition':'{% $states.input.express = true %}',"
                                + "'Assign':{'note':'{% $states.input.id %}','place':1},'Next':'A'}],"
                                + "'Assign':{'note':'none'},'Default':'B'}",
                        "{'Type':'Choice','Choices':[{'Variable':'$.express','BooleanEquals':true,"
                                + "'Assign':{'note.$':'$.id','place':1},'Next':'A'}],"
                                + "'Assign':{'note':'none'},'Default':'B'}"),
                Arguments.of(
                        task("S", Shop::validate)
                                .catching(
                                        Exception.class,
                                        input(),
                                        assigning(note, value("failed"), task("Review", Shop::review))),
                        "{'Type':'Task','Resource':'${Shop_validate}','Catch':[{'ErrorEquals':['States.ALL'],"
                                + "'Output':'{% $states.input %}','Assign':{'note':'failed'},'Next':'Review'}],'End':true}",
                        "{'Type':'Task','Resource':'${Shop_validate}','Catch':[{'ErrorEquals':['States.ALL'],"
                                + "'Assign':{'note':'failed'},'ResultPath':null,'Next':'Review'}],'End':true}"),
                Arguments.of(
                        task("S", Shop::validate)
                                .catching(Exception.class, assigning(note, path(ErrorOutput::cause), fail("F"))),
                        "{'Type':'Task','Resource':'${Shop_validate}','Catch':[{'ErrorEquals':['States.ALL'],"
                                + "'Assign':{'note':'{% $states.errorOutput.Cause %}'},'Next':'F'}],'End':true}",
                        "{'Type':'Task','Resource':'${Shop_validate}','Catch':[{'ErrorEquals':['States.ALL'],"
                                + "'Assign':{'note.$':'$.Cause'},'Next':'F'}],'End':true}"),
                Arguments.of(
                        map(
                                        "S",
                                        path(Order::items),
                                        object(Numbered::new, item(), itemIndex(), path(Order::id)),
                                        task("Note", Desk::note))
                                .discardResult(),
                        "{'Type':'Map','Items':'{% $states.input.items %}','ItemSelector':"
                                + "{'item':'{% $states.context.Map.Item.Value %}','place':'{% $states.context.Map.Item.Index %}',"
                                + "'order':'{% $states.input.id %}'},'ItemProcessor':{'ProcessorConfig':{'Mode':'INLINE'},"
                                + "'StartAt':'Note','States':{'Note':{'Type':'Task','Resource':'${Desk_note}','End':true}}},"
                                + "'Output':'{% $states.input %}','End':true}",
                        "{'Type':'Map','ItemsPath':'$.items','ItemSelector':{'item.$':'$$.Map.Item.Value',"
                                + "'place.$':'$$.Map.Item.Index','order.$':'$.id'},'ItemProcessor':"
                                + "{'ProcessorConfig':{'Mode':'INLINE'},'StartAt':'Note','States':{'Note':{'Type':'Task',"
                                + "'Resource':'${Desk_note}','End':true}}},'ResultPath':null,'End':true}"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_state_has_these_fields(Flow<?, ?> flow, String jsonata, String jsonPath) {
        StateMachine<?, ?> machine = flow instanceof Step<?, ?> step
                ? StateMachine.start(step).end()
                : StateMachine.start((Terminal<?, ?>) flow);

        assertThat(state(machine)).isEqualTo(text(jsonata));
        assertThat(state(machine.queryLanguage(QueryLanguage.JSONPATH))).isEqualTo(text(jsonPath));
    }

    @Test
    void one_state_of_a_jsonpath_machine_may_be_jsonata() {
        var machine = StateMachine.start(
                        pass("S", format("{}!", path(Order::id))).queryLanguage(QueryLanguage.JSONATA))
                .then(pass("T"))
                .end()
                .version("1.0")
                .queryLanguage(QueryLanguage.JSONPATH);

        assertThat(machine)
                .hasToString(
                        text(
                                "{'Version':'1.0','StartAt':'S','States':{'S':{'Type':'Pass','QueryLanguage':'JSONata',"
                                        + "'Output':'{% $states.input.id & \\'!\\' %}','Next':'T'},'T':{'Type':'Pass','End':true}}}"));
    }

    @Test
    void what_a_branch_takes_and_assigns_follows_what_was_taken_before() {
        Var<Integer> age = variable("age", Integer.class);
        var machine = StateMachine.start(choice("S")
                .when(
                        path(Order::express).isTrue(),
                        taking(path(Order::customer), assigning(age, path(Customer::age), succeed("A"))))
                .otherwise(taking(value(new Customer("x", 1)), succeed("B"))));

        assertThat(state(machine))
                .isEqualTo(text("{'Type':'Choice','Choices':[{'Condition':'{% $states.input.express = true %}',"
                        + "'Output':'{% $states.input.customer %}','Assign':{'age':'{% $states.input.customer.age %}'},"
                        + "'Next':'A'}],'Output':{'email':'x','age':1},'Default':'B'}"));
        assertThat(machine.outputType()).isEqualTo(Customer.class);
    }

    private static String state(StateMachine<?, ?> machine) {
        return machine.definition().state("S").orElseThrow().json().toString();
    }

    private static String text(String quoted) {
        return quoted.replace('\'', '"').replace('~', '\'');
    }

    @Test
    void a_processor_is_typed_by_what_is_made_for_it() {
        var machine = StateMachine.start(map(
                        "S",
                        path(Order::items),
                        object(Numbered::new, item(), itemIndex(), path(Order::id)),
                        pass("Take", path(Numbered::item))))
                .end();

        assertThat(JavaValues.mapper().constructType(machine.outputType()))
                .isEqualTo(JavaValues.mapper().constructType(new TypeRef<List<Item>>() {}.type()));
    }
}
