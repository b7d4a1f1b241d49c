package dev.stepwright.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JavaValues;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FakeTaskTest {
    private static final String DEFINITION = """
            {"StartAt": "Count", "States": {"Count": {
              "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:count",
              "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Tell"}], "End": true},
              "Tell": {"Type": "Pass", "OutputPath": "$.error.Error", "End": true}}}
            """;

    private final FakeTask<String, Integer> task = new FakeTask<>("Count", "onCount");

    private Outcome<JsonNode> run(String input) {
        TaskHandlers handlers = TaskHandlers.builder()
                .state(
                        "Count",
                        JsonNode.class,
                        (json, context) -> task.handle(json.path("text").asString(), context))
                .build();
        try (Engine engine = Engine.inMemory()) {
            return engine.register(
                            "counting",
                            AslDocument.parse("counting.asl.json", DEFINITION).definition(),
                            JsonNode.class,
                            JsonNode.class,
                            handlers)
                    .start(JavaValues.toJson(Map.of("text", input)))
                    .await();
        }
    }

    @Test
    void it_gives_what_the_work_gives_and_keeps_what_it_was_asked() {
        task.does((input, context) -> input.length());

        assertThat(run("four").output().intValue()).isEqualTo(4);
        assertThat(task.inputs()).containsExactly("four");
    }

    @Test
    void it_fails_with_any_error() {
        task.does((input, context) -> {
            throw new TaskFailure("Lambda.TooManyRequestsException", "slow down");
        });

        assertThat(run("four").output().stringValue()).isEqualTo("Lambda.TooManyRequestsException");
    }

    @Test
    void one_that_was_told_nothing_ends_the_execution_and_says_what_to_call() {
        assertThat(run("four"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.toString())
                                .contains("States.Runtime", "nothing was said about the state", "call onCount first"));
        assertThat(task.inputs()).hasSize(1);
    }
}
