package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions and machines that a task calls by a service integration. */
class CalleeTest {
    private static final String INVOKE = "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',";
    private static final String PARAMETERS = "'Parameters':{'FunctionName':'${CheckFunction}','Payload.$':'$'}";

    @Test
    void a_function_takes_the_input_and_gives_the_output() {
        assertThat(text(INVOKE + PARAMETERS + ",'OutputPath':'$.Payload'"))
                .contains("Resource<JsonNode, JsonNode> CHECK_FUNCTION = Resource.of(\"${CheckFunction}\"")
                .contains(".then(invoke(\"Work\", CHECK_FUNCTION)).end()");
    }

    @Test
    void a_function_takes_what_stands_in_its_payload() {
        assertThat(text(INVOKE + "'Parameters':{'FunctionName':'check','Payload':{'id.$':'$.order.id'}},"
                        + "'OutputPath':'$.Payload'"))
                .contains("invoke(\"Work\", CHECK).arguments(WorkArguments::new, path(Data::order).get(Order::id))");
    }

    @Test
    void a_function_takes_a_part_of_the_input() {
        assertThat(text(INVOKE + "'Parameters':{'FunctionName':'check','Payload.$':'$.order'},'ResultPath':null"))
                .contains("invoke(\"Work\", CHECK).arguments(path(Data::order)).discardResult()");
    }

    @Test
    void what_is_selected_is_read_from_what_the_function_gives() {
        assertThat(text(INVOKE + PARAMETERS + ",'ResultSelector':{'state.$':'$.Payload.job.state','all.$':'$.Payload'},"
                        + "'ResultPath':'$.status'"))
                .contains("Resource<Data, All> CHECK_FUNCTION")
                .contains("record All(Job job)")
                .contains("select(object(Status::new, get(result(All::job), Job::state), result()))")
                .contains(".resultInto(Data::status)");
    }

    @Test
    void what_is_selected_of_any_result_is_typed() {
        assertThat(
                        text(
                                "'Type':'Task','Resource':'arn:aws:states:::codebuild:startBuild','Parameters':{'ProjectName':'p'},"
                                        + "'ResultSelector':{'id.$':'$.Build','when.$':'$$.State.EnteredTime'},'ResultPath':'$.run'"))
                .contains("select(object(Run::new, result(WorkResult::build), Context.stateEnteredTime()))");
    }

    @Test
    void a_machine_is_run_by_its_word() {
        assertThat(text("'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2',"
                        + "'Parameters':{'StateMachineArn':'${Ship}','Input.$':'$'},'OutputPath':'$.Output'"))
                .contains("MachineReference<JsonNode, JsonNode> SHIP = MachineReference.of(\"${Ship}\"")
                .contains("runMachine(\"Work\", SHIP)");
    }

    @Test
    void a_function_is_called_in_jsonata() {
        assertThat(text("'QueryLanguage':'JSONata'," + INVOKE + "'Arguments':{'FunctionName':'check',"
                        + "'Payload':'{% $states.input %}'},'Output':'{% $states.result.Payload %}'"))
                .contains("invoke(\"Work\", CHECK).queryLanguage(QueryLanguage.JSONATA)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PARAMETERS,
                PARAMETERS + ",'ResultPath':'$.x'",
                PARAMETERS + ",'OutputPath':'$.Payload','ResultPath':'$.Payload'",
                PARAMETERS + ",'OutputPath':'$.Payload.x'",
                PARAMETERS + ",'InputPath':'$.x','OutputPath':'$.Payload'",
                PARAMETERS + ",'ResultSelector':{'x.$':'$.StatusCode'}",
                PARAMETERS + ",'ResultSelector':{'x.$':'$.PayloadSize'}",
                PARAMETERS + ",'ResultSelector':{'x.$':'States.Format(\\'{}\\', $.Payload.x)'}",
                PARAMETERS + ",'ResultSelector':{'x.$':'$.Payload','y':{'z.$':'$.Payload.z'}}",
                PARAMETERS + ",'OutputPath':'$.Payload','Assign':{'x.$':'$.Payload.x'}",
                "'Parameters':{'FunctionName.$':'$.name','Payload.$':'$'},'OutputPath':'$.Payload'",
                "'Parameters':{'FunctionName':'f','Payload.$':'$','Qualifier':'1'},'OutputPath':'$.Payload'",
                "'Parameters':{'FunctionName':'f','Payload':[1]},'OutputPath':'$.Payload'",
                "'Parameters':{'FunctionName':'f','Payload.$':'$$.Execution.Input'},'OutputPath':'$.Payload'"
            })
    void what_is_read_of_the_envelope_stays_a_call_of_the_service(String fields) {
        assertThat(text(INVOKE + fields)).containsPattern("task\\(\"Work\", (LAMBDA_|Lambda\\.)INVOKE\\)");
    }

    private static String text(String state) {
        return Imports.textOf(state);
    }
}
