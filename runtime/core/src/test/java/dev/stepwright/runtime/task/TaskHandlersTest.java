package dev.stepwright.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskHandlersTest {
    private static final TaskHandler FIRST = (input, context) -> input;
    private static final TaskHandler SECOND = (input, context) -> null;

    @Test
    void the_others_win_where_both_have_a_handler() {
        TaskHandlers ours = TaskHandlers.builder()
                .state("Charge", FIRST)
                .state("Ship", FIRST)
                .resource("${Pack}", FIRST)
                .build();
        TaskHandlers others = TaskHandlers.builder()
                .state("Ship", SECOND)
                .resource("${Pack}", SECOND)
                .resource("${Bill}", SECOND)
                .build();

        TaskHandlers both = ours.with(others);

        assertThat(both.forState("Charge")).map(TaskHandlers.Bound::handler).contains(FIRST);
        assertThat(both.forState("Ship")).map(TaskHandlers.Bound::handler).contains(SECOND);
        assertThat(both.forResource("${Pack}")).map(TaskHandlers.Bound::handler).contains(SECOND);
        assertThat(both).hasToString("handlers of the states [Charge, Ship] and the resources [${Bill}, ${Pack}]");
    }

    @Test
    void what_must_not_be_done_twice_by_either_must_not_be_by_both() {
        TaskHandlers both = TaskHandlers.builder()
                .atMostOnce("Charge")
                .build()
                .with(TaskHandlers.builder().atMostOnce("Ship").build());

        assertThat(both.isAtMostOnce("Charge")).isTrue();
        assertThat(both.isAtMostOnce("Ship")).isTrue();
        assertThat(both.isAtMostOnce("Pack")).isFalse();
    }
}
