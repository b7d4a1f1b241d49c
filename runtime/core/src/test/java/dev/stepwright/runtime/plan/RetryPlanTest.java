package dev.stepwright.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPlanTest {
    @ParameterizedTest(name = "after {0} retries the wait is {1}")
    @CsvSource({"0, PT1S", "1, PT2S", "2, PT4S", "3, PT5S", "4, PT5S", "2000, PT5S"})
    void the_wait_doubles_until_max_delay_caps_it(int done, Duration expected) {
        RetryPlan rule = new RetryPlan(new ErrorMatch(List.of("States.ALL")), 1, 10, 2.0, 5L, false);

        assertThat(rule.delayAfter(done)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource({
        "States.ALL, Busy, true",
        "States.ALL, States.Timeout, true",
        "States.TaskFailed, Busy, true",
        "States.TaskFailed, States.Timeout, false",
        "Busy, busy, false",
        "Busy, Busy, true"
    })
    void names_match_exactly_and_two_are_wildcards(String rule, String error, boolean matches) {
        assertThat(new ErrorMatch(List.of(rule)).matches(error, null)).isEqualTo(matches);
    }
}
