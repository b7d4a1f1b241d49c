package dev.stepwright.runtime.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.0009S, 0 ms",
        "PT0.999S, 999 ms",
        "PT1S, 1.00 s",
        "PT3.109S, 3.11 s",
        "PT9M59.99S, 599.99 s",
        "PT10M, 0:10:00 h",
        "PT23H12M3.5S, 23:12:03 h",
        "P1D, 1d 0:00:00",
        "P365DT1S, 365d 0:00:01"
    })
    void a_time_has_the_units_that_one_would_name(Duration time, String text) {
        assertThat(Elapsed.text(time)).isEqualTo(text);
    }
}
