package dev.stepwright.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockJumpsTest {
    private final ClockJumps clock = new ClockJumps();

    /** Looks at the clock, and at the count before and after it. */
    private Duration look(double before, double clockSeconds, double after) {
        return clock.sinceLast(
                (long) (before * 1e9), Instant.ofEpochMilli((long) (clockSeconds * 1e3)), (long) (after * 1e9));
    }

    @Test
    void a_clock_is_set_back_by_what_it_lacks_to_the_time_that_has_passed() {
        look(0, 10_000, 0);

        assertThat(look(5, 10_005 - 3_600, 5)).isEqualTo(Duration.ofHours(-1));
        assertThat(look(7, 10_007 - 3_600, 7)).isEqualTo(Duration.ZERO);
    }

    @Test
    void one_that_goes_slower_is_not_set_and_one_that_is_set_forward_was_set_by_what_it_has_more() {
        look(0, 10_000, 0);

        assertThat(look(10, 10_009.1, 10)).isEqualTo(Duration.ZERO);
        assertThat(look(20, 10_018.2, 20)).isEqualTo(Duration.ZERO);
        assertThat(look(30, 13_628.2, 30)).isEqualTo(Duration.ofHours(1));
        assertThat(look(40, 13_638.2, 40)).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_thread_that_stands_still_between_two_looks_does_not_see_one_that_was_set_back() {
        look(0, 10_000, 30);

        assertThat(look(40, 10_040, 70).isNegative()).isFalse();
        assertThat(look(80, 10_110, 80).isNegative()).isFalse();
    }
}
