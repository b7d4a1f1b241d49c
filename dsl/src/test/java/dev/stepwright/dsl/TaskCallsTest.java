package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.field;
import static dev.stepwright.dsl.Dsl.format;
import static dev.stepwright.dsl.Dsl.input;
import static dev.stepwright.dsl.Dsl.invoke;
import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.result;
import static dev.stepwright.dsl.Dsl.runMachine;
import static dev.stepwright.dsl.Dsl.startMachine;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.value;
import static dev.stepwright.dsl.Dsl.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.Orders.ChargeRequest;
import dev.stepwright.dsl.Orders.Order;
import dev.stepwright.dsl.Orders.Receipt;
import dev.stepwright.dsl.Orders.Shop;
import dev.stepwright.dsl.service.Jobs;
import dev.stepwright.dsl.service.Lambda;
import dev.stepwright.dsl.service.Sns;
import dev.stepwright.dsl.service.Sqs;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stands in the definition for a task: the resource, and an envelope around what goes in and out. */
class TaskCallsTest {
    record Payment(ChargeRequest request, Receipt receipt) {}

    record Approval(String by) {}

    record Note(String id) {}

    interface Work {
        @TaskResource("arn:aws:states:eu-west-1:1:activity:sign")
        Order sign(Order order);

        @TaskResource("arn:aws:lambda:eu-west-1:1:function:check")
        Order check(Order order);
    }

    private static final StateMachine<Order, Order> REVIEWING =
            StateMachine.start(task("Review", Shop::review)).end();

    @Test
    void a_function_is_called_by_lambda_invoke_if_the_machine_says_so() {
        Var<String> charge = variable("charge", String.class);
        var machine = StateMachine.start(task("S", Shop::charge)
                        .arguments(path(Payment::request))
                        .assign(charge, result(Receipt::chargeId))
                        .output(result(Receipt::amount)))
                .end()
                .lambdaInvoke();

        assertThat(state(machine))
                .isEqualTo(text("{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
                        + "'Arguments':{'FunctionName':'${Shop_charge}','Payload':'{% $states.input.request %}'},"
                        + "'Output':'{% $states.result.Payload.amount %}',"
                        + "'Assign':{'charge':'{% $states.result.Payload.chargeId %}'},'End':true}"));
        assertThat(state(machine.queryLanguage(QueryLanguage.JSONPATH)))
                .isEqualTo(text("{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
                        + "'Parameters':{'FunctionName':'${Shop_charge}','Payload.$':'$.request'},"
                        + "'OutputPath':'$.Payload.amount','Assign':{'charge.$':'$.Payload.chargeId'},'End':true}"));
    }

    @Test
    void the_input_is_the_payload_if_there_are_no_arguments() {
        var machine = StateMachine.start(task("S", Work::check)).end().lambdaInvoke();

        assertThat(state(machine))
                .isEqualTo(text("{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
                        + "'Arguments':{'FunctionName':'arn:aws:lambda:eu-west-1:1:function:check','Payload':'{% $states.input %}'},"
                        + "'Output':'{% $states.result.Payload %}','End':true}"));
    }

    @Test
    void an_activity_is_no_function() {
        assertThat(state(StateMachine.start(task("S", Work::sign)).end().lambdaInvoke()))
                .isEqualTo(text("{'Type':'Task','Resource':'arn:aws:states:eu-west-1:1:activity:sign','End':true}"));
    }

    @Test
    void a_selected_result_is_taken_out_of_its_envelope_before_it_goes_into_a_field() {
        var machine = StateMachine.start(task("S", Shop::charge)
                        .arguments(path(Payment::request))
                        .select(object(Receipt.class, field(Receipt::chargeId).is(result(Receipt::chargeId))))
                        .resultInto(Payment::receipt))
                .end()
                .lambdaInvoke()
                .queryLanguage(QueryLanguage.JSONPATH);

        assertThat(state(machine))
                .isEqualTo(text("{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
                        + "'Parameters':{'FunctionName':'${Shop_charge}','Payload.$':'$.request'},"
                        + "'ResultSelector':{'chargeId.$':'$.Payload.chargeId'},'ResultPath':'$.receipt','End':true}"));
    }

    @Test
    void jsonpath_cannot_put_the_inside_of_an_envelope_into_a_field() {
        var machine = StateMachine.start(task("S", Shop::charge)
                        .arguments(path(Payment::request))
                        .resultInto(Payment::receipt))
                .end()
                .lambdaInvoke();

        assertThatExceptionOfType(InvalidStateMachineException.class)
                .isThrownBy(() -> machine.queryLanguage(QueryLanguage.JSONPATH))
                .withMessageContaining(
                        "state \"S\": putting a part of the result into a field of the input needs JSONata");
    }

    @Test
    void a_function_that_has_no_method_is_called_by_lambda_invoke() {
        Resource<Order, Receipt> charging = Resource.of("${Charge}", Order.class, Receipt.class);
        var machine = StateMachine.start(invoke("S", charging)).end();

        assertThat(machine.outputType()).isEqualTo(Receipt.class);
        assertThat(state(machine))
                .isEqualTo(text("{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
                        + "'Arguments':{'FunctionName':'${Charge}','Payload':'{% $states.input %}'},"
                        + "'Output':'{% $states.result.Payload %}','End':true}"));
        assertThat(state(machine.queryLanguage(QueryLanguage.JSONPATH)))
                .isEqualTo(text("{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
                        + "'Parameters':{'FunctionName':'${Charge}','Payload.$':'$'},"
                        + "'OutputPath':'$.Payload','End':true}"));
    }

    @Test
    void another_machine_is_run_with_its_types() {
        var machine = StateMachine.start(runMachine("S", REVIEWING.at("${Reviewing}")))
                .end();

        assertThat(machine.inputType()).isEqualTo(Order.class);
        assertThat(machine.outputType()).isEqualTo(Order.class);
        assertThat(state(machine))
                .isEqualTo(text("{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2',"
                        + "'Arguments':{'StateMachineArn':'${Reviewing}','Input':'{% $states.input %}'},"
                        + "'Output':'{% $states.result.Output %}','End':true}"));
    }

    @Test
    void another_machine_is_started_and_left_alone() {
        var machine = StateMachine.start(startMachine("S", MachineReference.of("${Note}", Note.class, Void.class))
                        .arguments(Note::new, path(Order::id)))
                .end();

        assertThat(machine.outputType()).isEqualTo(NestedExecution.class);
        assertThat(state(machine))
                .isEqualTo(
                        text(
                                "{'Type':'Task','Resource':'arn:aws:states:::states:startExecution',"
                                        + "'Arguments':{'StateMachineArn':'${Note}','Input':{'id':'{% $states.input.id %}'}},'End':true}"));
    }

    @Test
    void a_service_waits_for_its_token() {
        var machine = StateMachine.start(task("S", Sqs.SEND_MESSAGE.waitForTaskToken(Approval.class))
                        .arguments(object(
                                Sqs.Message.class,
                                field(Sqs.Message::queueUrl).is(value("https://queue")),
                                field(Sqs.Message::messageBody).is(Context.taskToken()))))
                .end();

        assertThat(machine.outputType()).isEqualTo(Approval.class);
        assertThat(state(machine))
                .isEqualTo(
                        text(
                                "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                                        + "'Arguments':{'QueueUrl':'https://queue','MessageBody':'{% $states.context.Task.Token %}'},'End':true}"));
    }

    @Test
    void a_job_is_waited_for() {
        var machine = StateMachine.start(task("S", Jobs.RUN_GLUE_JOB_SYNC)
                        .arguments(object(
                                Jobs.GlueJob.class, field(Jobs.GlueJob::jobName).is(path(Order::id)))))
                .end();

        assertThat(machine.outputType()).isEqualTo(JsonNode.class);
        assertThat(state(machine))
                .isEqualTo(text("{'Type':'Task','Resource':'arn:aws:states:::glue:startJobRun.sync',"
                        + "'Arguments':{'JobName':'{% $states.input.id %}'},'End':true}"));
    }

    @Test
    void a_message_is_made_of_the_input() {
        var machine = StateMachine.start(task("S", Sns.PUBLISH)
                        .arguments(
                                Sns.Message::new,
                                value("arn:topic"),
                                Dsl.<Order>input(),
                                format("order {}", path(Order::id))))
                .end();

        assertThat(state(machine))
                .isEqualTo(
                        text(
                                "{'Type':'Task','Resource':'arn:aws:states:::sns:publish','Arguments':{'TopicArn':'arn:topic',"
                                        + "'Message':'{% $states.input %}','Subject':'{% \\'order \\' & $states.input.id %}'},'End':true}"));
    }

    @Test
    void a_version_of_a_function_is_called() {
        var machine = StateMachine.start(task("S", Lambda.INVOKE)
                        .arguments(object(
                                Lambda.Call.class,
                                field(Lambda.Call::functionName).is(value("check")),
                                field(Lambda.Call::payload).is(input()),
                                field(Lambda.Call::qualifier).is(value("7")))))
                .end();

        assertThat(state(machine))
                .isEqualTo(text(
                        "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'check',"
                                + "'Payload':'{% $states.input %}','Qualifier':'7'},'End':true}"));
    }

    private static String state(StateMachine<?, ?> machine) {
        return machine.definition().state("S").orElseThrow().json().toString();
    }

    private static String text(String quoted) {
        return quoted.replace('\'', '"');
    }
}
