package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.task.TaskHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ResourceNamesTest {
    private static final StateMachineDefinition PASS =
            Definitions.of("{'StartAt':'P','States':{'P':{'Type':'Pass','End':true}}}");

    private static Workflow<JsonNode, JsonNode> register(Engine engine, String name) {
        return engine.register(name, PASS, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '\u0001', textBlock = """
            order 17  ! has ' ': "order 17"
            orders/17 ! has '/': "orders/17"
            ${Order}  ! has '$': "${Order}"
            a:b       ! has ':': "a:b"
            """)
    void a_character_that_aws_does_not_take_is_named(String name, String problem) {
        try (Engine engine = Engine.inMemory()) {
            assertThatThrownBy(() -> register(engine, name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the name of a state machine has 1 to 80 characters, without white space")
                    .hasMessageEndingWith("; this one " + problem);
        }
    }

    @Test
    void a_name_has_1_to_80_characters_of_any_script() {
        String longest = "\u00fc".repeat(79) + "\uD83D\uDE00";

        try (Engine engine = Engine.inMemory()) {
            assertThat(register(engine, longest).arn()).endsWith(":stateMachine:" + longest);
            assertThatThrownBy(() -> register(engine, longest + "x"))
                    .hasMessageEndingWith("; this one has 81: \"" + longest + "x\"");
            assertThatThrownBy(() -> register(engine, "")).hasMessageEndingWith("; this one is empty");
        }
    }

    @Test
    void an_execution_is_named_by_the_same_rule() {
        try (Engine engine = Engine.inMemory()) {
            var workflow = register(engine, "orders");

            assertThatThrownBy(() -> workflow.start("order 17", Definitions.json("{}")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the name of an execution has 1 to 80 characters")
                    .hasMessageEndingWith("; this one has ' ': \"order 17\"");
            assertThat(workflow.executions(null, 10)).isEmpty();
        }
    }

    @Test
    void a_task_that_starts_one_of_another_name_fails_as_in_aws() {
        try (Engine engine = Engine.inMemory()) {
            String child = register(engine, "child").arn();
            var parent = engine.register(
                    "parent",
                    Definitions.of("""
                            {'StartAt':'S','States':{'S':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution',
                              'Parameters':{'StateMachineArn':'%s','Name':'a b'},'End':true}}}""".formatted(child)),
                    JsonNode.class,
                    JsonNode.class,
                    TaskHandlers.none());

            var execution = parent.start(Definitions.json("{}"));
            execution.await();

            assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(execution.description().error()).isEqualTo("StepFunctions.InvalidNameException");
            assertThat(execution.description().cause()).startsWith("Invalid Name: 'a b' (Service: AWSStepFunctions");
        }
    }
}
