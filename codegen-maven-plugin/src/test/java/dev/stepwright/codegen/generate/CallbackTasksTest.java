package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.runtime.task.TaskContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that wait until somebody sends their token back. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallbackTasksTest {
    @TempDir
    Path directory;

    private Sources sources;

    @BeforeEach
    void write() {
        sources = new Sources(directory)
                .with("order.asl.json", """
                        {"StartAt": "Ask", "States": {"Ask": {
                          "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60,
                          "Parameters": {"QueueUrl": "https://sqs.example.com/1/q", "MessageBody": {"id.$": "$.id", "token.$": "$$.Task.Token"}},
                          "End": true}}}
                        """)
                .with(
                        "order.input.schema.json",
                        "{\"type\": \"object\", \"required\": [\"id\"], \"properties\": {\"id\": {\"type\": \"string\"}}}")
                .with("order.tasks/Ask.output.schema.json", """
                        {"type": "object", "required": ["approved"], "properties": {"approved": {"type": "boolean"}}}
                        """);
    }

    @Test
    void the_method_gives_nothing_since_the_result_comes_with_the_token() throws Exception {
        Compiled classes = sources.compiled();
        Class<?> tasks = classes.type("com.acme.OrderTasks");

        assertThat(tasks.getMethod("ask", classes.type("com.acme.OrderTasks$AskInput"), TaskContext.class)
                        .getReturnType())
                .isEqualTo(void.class);
        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains("with the {@link AskOutput} as JSON: {@code engine.sendTaskSuccess}");
    }

    @Test
    void a_result_of_which_nothing_is_known_is_called_so(@TempDir Path other) {
        String tasks = new Sources(other).with("order.asl.json", """
                {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                  "Parameters": {"FunctionName": "ask", "Payload": {"token.$": "$$.Task.Token"}}, "End": true}}}
                """).text("com/acme/OrderTasks.java");

        assertThat(tasks).contains("with its result as JSON: {@code engine.sendTaskSuccess}");
    }

    /** What is sent with the token is the result of the state, not a payload within an answer of the function. */
    @Test
    void what_is_read_of_the_result_of_a_function_that_is_waited_for_is_the_type_of_what_the_token_brings(
            @TempDir Path other) {
        Sources waiting = new Sources(other).with("order.asl.json", """
                {"StartAt": "Ask", "States": {
                  "Ask": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                    "Parameters": {"FunctionName": "ask", "Payload": {"token.$": "$$.Task.Token"}},
                    "ResultPath": "$.answer", "Next": "Yes?"},
                  "Yes?": {"Type": "Choice", "Choices": [
                    {"Variable": "$.answer.approved", "BooleanEquals": true, "Next": "Go"}], "Default": "No"},
                  "No": {"Type": "Fail"},
                  "Go": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {"FunctionName": "go", "Payload": {"answer.$": "$.answer"}}, "End": true}}}
                """);

        assertThat(waiting.text("com/acme/OrderTasks.java"))
                .contains("with the {@link AskOutput} as JSON", "record GoInput(AskOutput answer)", "record AskOutput(")
                .doesNotContain("AskInvokeOutput");
        assertThat(waiting.text("com/acme/FakeOrderTasks.java"))
                .contains("public FakeOrderTasks onAsk(AskOutput result)");
    }

    @Test
    void a_fake_answers_at_once_and_a_handler_waits_for_the_token() throws Exception {
        String text = Files.readString(Path.of("src/test/resources/cases/programs/Approve.java.txt"));
        Compiled program = sources.compiled(new GeneratedFile(Root.TEST_SOURCES, "com/acme/Approve.java", text));

        Object asked =
                ((Supplier<?>) program.type("com.acme.Approve").getConstructor().newInstance()).get();

        assertThat(asked).hasToString("[true, false, 1]");
    }
}
