package dev.stepwright.source;

import static dev.stepwright.source.Imports.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tasks that call services whose records the DSL has. */
class ServiceTypesTest {
    private static final String GLUE = "'Type':'Task','Resource':'arn:aws:states:::glue:startJobRun.sync',";
    private static final String SNS = "'Type':'Task','Resource':'arn:aws:states:::sns:publish',";

    @Test
    void what_a_service_takes_and_gives_are_its_records() {
        assertThat(textOf(
                        SNS + "'Parameters':{'TopicArn.$':'$.topic','Message':{'id.$':'$.id'}},'ResultPath':'$.sent'"))
                .contains("record Data(Sns.Published sent, String topic, JsonNode id)")
                .contains("task(\"Work\", Sns.PUBLISH).arguments(object(Sns.Message.class, "
                        + "field(Sns.Message::topicArn).is(path(Data::topic)), "
                        + "field(Sns.Message::message).is(json(field(\"id\", path(Data::id))))))")
                .contains(".resultInto(Data::sent)")
                .doesNotContain("resultAs", "Resource.of");
    }

    @Test
    void what_is_selected_of_the_result_of_a_service_is_read_from_its_record() {
        assertThat(textOf(SNS + "'Parameters':{'TopicArn':'t','Message':'m'},"
                        + "'ResultSelector':{'id.$':'$.MessageId'},'ResultPath':'$.sent'"))
                .contains("select(object(Sent::new, result(Sns.Published::messageId)))");
    }

    @Test
    void a_result_that_is_read_as_more_than_a_service_gives_is_read_as_that() {
        assertThat(
                        textOf(
                                "'Type':'Task','Resource':'arn:aws:states:::lambda:invoke',"
                                        + "'Parameters':{'FunctionName':'f','Payload.$':'$.payload.Payload.id'},'ResultPath':'$.payload'"))
                .contains("task(\"Work\", Lambda.INVOKE)")
                .contains(".resultAs(Payload.class).resultInto(Data::payload)");
    }

    @Test
    void an_answer_is_waited_for_by_the_resource_of_the_service() {
        assertThat(
                        textOf(
                                "'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken',"
                                        + "'Parameters':{'QueueUrl':'q','MessageBody':{'token.$':'$$.Task.Token'}},'ResultPath':'$.answer'"))
                .contains("task(\"Work\", Sqs.SEND_MESSAGE.waitForTaskToken(JsonNode.class))")
                .contains("field(\"token\", Context.taskToken())");
    }

    @Test
    void texts_by_any_names_are_a_map() {
        assertThat(textOf(GLUE + "'Parameters':{'JobName':'j','Arguments':{'--day.$':'$.day','--mode':'all'}}"))
                .contains("mapOf(entry(\"--day\", path(Data::day)), entry(\"--mode\", value(\"all\")))");
    }

    @Test
    void what_a_service_takes_besides_the_fields_of_its_record_is_any_json() {
        assertThat(textOf(SNS + "'Parameters':{'Message':'m','TopicArn':'t','MessageStructure':'json'}"))
                .contains("Resource<JsonNode, JsonNode> SNS_PUBLISH");
        assertThat(textOf(SNS + "'Parameters':{'Message':'m','TopicArn':1}"))
                .contains("Resource<JsonNode, JsonNode> SNS_PUBLISH");
        assertThat(textOf(GLUE + "'Parameters':{'JobName':'j','Arguments.$':'$.arguments'}"))
                .contains("Resource<JsonNode, Data> GLUE_START_JOB_RUN_SYNC");
    }

    @Test
    void events_are_a_list_of_records() {
        assertThat(textOf("'Type':'Task','Resource':'arn:aws:states:::events:putEvents','Parameters':{'Entries':["
                        + "{'Detail.$':'$','DetailType':'done','Source':'s'}]},'ResultPath':null"))
                .contains("arguments(EventBridge.Events::new, listOf(object(EventBridge.Event.class, "
                        + "field(EventBridge.Event::detail).is(input())");
    }
}
