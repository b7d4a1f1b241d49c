package dev.stepwright.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortPathsTest {
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.order.items.total > 100 | 40 | $.order.items.total > 100",
                "$.order.items.total > 100 | 20 | \u2026items.total > 100",
                "$.order.items.total > 100 | 15 | \u2026total > 100",
                "$.order.items.total > 100 | 5 | $.order.items.total > 100",
                "$.a.order.state = \"x\" and $.state = \"y\" | 36 | \u2026order.state = \"x\" and $.state = \"y\"",
                "$.jobs[0].state = \"DONE\" | 20 | \u2026[0].state = \"DONE\"",
                "$.jobs[0].state = \"DONE\" | 16 | \u2026state = \"DONE\"",
                "$states.input.order.total > 100 | 20 | \u2026order.total > 100",
                "$$.Execution.Input.kind = \"A\" | 15 | \u2026kind = \"A\"",
                "States.TaskFailed, States.Timeout | 10 | States.TaskFailed, States.Timeout",
            })
    void a_path_loses_as_many_of_its_first_members_as_it_takes(String text, int room, String expected) {
        String fitted = ShortPaths.fitted(text, shorter -> shorter.length() <= room);

        assertThat(fitted).isEqualTo(expected);
    }

    @Test
    void a_path_of_very_many_members_stays_as_it_is() {
        String path = "$" + ".a".repeat(100_000);

        assertThat(ShortPaths.fitted(path, shorter -> shorter.length() <= 40)).isEqualTo(path);
    }
}
