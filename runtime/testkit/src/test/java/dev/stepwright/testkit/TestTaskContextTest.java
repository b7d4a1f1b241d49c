package dev.stepwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.task.TaskContext;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestTaskContextTest {
    @Test
    void it_is_the_first_attempt_of_a_plain_task_unless_the_test_says_more() {
        TaskContext context = TestTaskContext.of("Charge");

        assertThat(context.stateName()).isEqualTo("Charge");
        assertThat(context.attempt()).isEqualTo(1);
        assertThat(context.deadline()).isEmpty();
        assertThat(context.taskToken()).isEmpty();
    }

    @Test
    void each_attempt_has_an_id_of_its_own() {
        TestTaskContext context = TestTaskContext.of("Charge");

        assertThat(context.withAttempt(2).attemptId()).isNotEqualTo(context.attemptId());
        assertThat(context.withTaskToken("t").attemptId()).isEqualTo(context.attemptId());
        assertThatThrownBy(() -> context.withAttempt(0)).hasMessage("attempts count from 1, but this was 0");
    }

    @Test
    void a_deadline_and_a_token_are_told_to_the_handler() {
        TaskContext context =
                TestTaskContext.of("Ask").withDeadline(Instant.EPOCH).withTaskToken("token");

        assertThat(context.deadline()).contains(Instant.EPOCH);
        assertThat(context.taskToken()).contains("token");
    }
}
