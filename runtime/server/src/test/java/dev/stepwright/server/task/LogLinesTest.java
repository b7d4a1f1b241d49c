package dev.stepwright.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.NullNode;

class LogLinesTest {
    static Stream<TaskRunner> runners() {
        return Stream.of(new UndoneTasks(), new UnsentTokens());
    }

    @ParameterizedTest
    @MethodSource("runners")
    void no_name_of_a_state_begins_a_line_of_its_own(TaskRunner runner) {
        TaskRequest request = new TaskRequest(
                "e",
                "arn:aws:iam::123456789012:role/machine",
                1,
                "Send\n2026-11-27T00:00:00Z ERROR forged \u001b[31m",
                TaskResource.parse("arn:aws:states:::sqs:sendMessage.waitForTaskToken"),
                NullNode.getInstance(),
                1,
                "token",
                null,
                null);
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            runner.start(request, new RecordedCompletion());
        } finally {
            System.setErr(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .contains("\"Send\\n2026-11-27T00:00:00Z ERROR forged \\u001b[31m\"");
    }
}
