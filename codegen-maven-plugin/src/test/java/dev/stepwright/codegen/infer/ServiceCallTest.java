package dev.stepwright.codegen.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.Compiled;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The types of what services give. */
class ServiceCallTest {
    private static final Map<String, String> PARAMETERS = Map.of(
            "sns:publish", "{\"TopicArn\": \"t\", \"Message.$\": \"$.text\"}",
            "sqs:sendMessage", "{\"QueueUrl\": \"q\", \"MessageBody.$\": \"$.text\"}");
    private static final String TELL = task("Tell", "sns:publish", "\"ResultPath\": null, \"Next\": \"Log\"");

    @TempDir
    Path directory;

    @Test
    void tasks_that_give_what_their_service_documents_have_one_type() {
        String again = task("Log", "sns:publish", "\"ResultPath\": \"$.log\", \"End\": true");

        assertThat(results(TELL, again)).containsExactlyInAnyOrder("tell SnsPublishOutput", "log SnsPublishOutput");
    }

    @Test
    void one_more_task_changes_no_name() {
        String other = task("Log", "sqs:sendMessage", "\"End\": true");

        assertThat(results(TELL, other)).containsExactlyInAnyOrder("tell SnsPublishOutput", "log SqsSendMessageOutput");
    }

    @Test
    void a_result_of_which_more_is_read_is_called_after_its_state() {
        String read = task(
                "Log",
                "sns:publish",
                "\"ResultSelector\": {\"status.$\": \"$.SdkHttpMetadata.HttpStatusCode\"}, \"End\": true");

        assertThat(results(TELL, read)).containsExactlyInAnyOrder("tell SnsPublishOutput", "log LogOutput");
    }

    @Test
    void what_is_around_an_answer_is_part_of_the_record_of_those_who_read_it_alone() {
        String read = task("Log", "sns:publish", "\"OutputPath\": \"$.SdkResponseMetadata\", \"End\": true");

        Compiled compiled = compiled(TELL, read);

        assertThat(members(compiled, "SnsPublishOutput")).containsExactly("messageId", "sequenceNumber");
        assertThat(members(compiled, "LogOutput"))
                .containsExactly("messageId", "sequenceNumber", "sdkResponseMetadata");
    }

    private static Stream<String> members(Compiled compiled, String type) {
        return Arrays.stream(compiled.type("com.acme.NoteTasks$" + type).getRecordComponents())
                .map(RecordComponent::getName);
    }

    @Test
    void what_a_service_answers_is_read_though_more_is_around_it() {
        JsonNode answer = JsonDocument.parse("""
                {"MessageId": "m", "SdkHttpMetadata": {"HttpStatusCode": 200}}""").root();

        Class<?> type =
                compiled(TELL, task("Log", "sns:publish", "\"End\": true")).type("com.acme.NoteTasks$SnsPublishOutput");

        assertThat(JavaValues.fromJson(answer, type))
                .hasToString("SnsPublishOutput[messageId=Optional[m], sequenceNumber=Optional.empty]");
    }

    @Test
    void a_state_that_has_the_name_of_what_another_calls_keeps_it() {
        String namesake = """
                "SNS publish": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:publish",
                  "ResultSelector": {"id.$": "$.id"}, "ResultPath": "$.log", "Next": "Log"}""";
        String log = task("Log", "sns:publish", "\"End\": true");

        assertThat(results(TELL.replace("\"Log\"", "\"SNS publish\""), namesake, log))
                .containsExactlyInAnyOrder("tell TellOutput", "snsPublish SnsPublishOutput", "log LogOutput");
    }

    @Test
    void ends_that_give_what_one_call_documents_make_an_output_of_that_type() {
        String choice = """
                "Tell": {"Type": "Choice", "Default": "Warn", "Choices": [
                  {"Variable": "$.text", "StringEquals": "done", "Next": "Log"}]}""";
        String warn = task("Warn", "sns:publish", "\"End\": true");

        assertThat(output(choice, warn, task("Log", "sns:publish", "\"End\": true")))
                .isEqualTo("SnsPublishOutput");
        assertThat(output(
                        choice,
                        warn,
                        task("Log", "sns:publish", "\"Next\": \"Done\""),
                        "\"Done\": {\"Type\": \"Succeed\"}"))
                .isEqualTo("SnsPublishOutput");
        assertThat(output(choice, warn, task("Log", "sqs:sendMessage", "\"End\": true")))
                .isEqualTo("NoteOutput");
    }

    private static String task(String name, String integration, String more) {
        return """
                "%s": {"Type": "Task", "Resource": "arn:aws:states:::%s", "Parameters": %s, %s}""".formatted(name, integration, PARAMETERS.get(integration), more);
    }

    /** Returns each method with the type that it gives. */
    private String[] results(String... states) {
        return Arrays.stream(compiled(states).type("com.acme.NoteTasks").getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 2 && !method.isSynthetic())
                .map(ServiceCallTest::result)
                .toArray(String[]::new);
    }

    /** Returns the type of the machine's output. */
    private String output(String... states) {
        return Arrays.stream(compiled(states).type("com.acme.NoteWorkflow").getMethods())
                .filter(method -> method.getName().equals("client"))
                .map(method -> ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[1])
                .map(type -> ((Class<?>) type).getSimpleName())
                .findFirst()
                .orElseThrow();
    }

    private Compiled compiled(String... states) {
        return new Sources(directory)
                .with("note.asl.json", "{\"StartAt\": \"Tell\", \"States\": {" + String.join(",", states) + "}}")
                .compiled();
    }

    private static String result(Method method) {
        return method.getName() + " " + method.getReturnType().getSimpleName();
    }
}
