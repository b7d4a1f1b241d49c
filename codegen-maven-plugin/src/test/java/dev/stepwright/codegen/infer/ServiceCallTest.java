package dev.stepwright.codegen.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.Compiled;
import dev.stepwright.codegen.source.Sources;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
