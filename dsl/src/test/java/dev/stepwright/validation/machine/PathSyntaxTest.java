package dev.stepwright.validation.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.validation.machine.PathSyntax.Certainty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathSyntaxTest {
    @ParameterizedTest(name = "a text of {0} times three characters")
    @CsvSource({"1", "20000"})
    void what_is_wrong_behind_a_text_is_told_however_long_that_is(int times) {
        String text = "'" + "it ".repeat(times) + "'";

        assertThat(PathSyntax.ofCall("States.Array(" + text + ", $.a)")).isEmpty();
        assertThat(PathSyntax.ofCall("States.Array(" + text + " $.a)"))
                .hasValueSatisfying(wrong -> assertThat(wrong.certainty()).isEqualTo(Certainty.COMMA));
        assertThat(PathSyntax.ofCall("States.Array(" + text + ", Sta)"))
                .hasValueSatisfying(wrong -> assertThat(wrong.certainty()).isEqualTo(Certainty.WRONG));
    }
}
