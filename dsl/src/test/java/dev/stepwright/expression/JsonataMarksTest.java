package dev.stepwright.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonataMarksTest {
    @ParameterizedTest
    @ValueSource(strings = {"{%%}", "{% 1 %}", "{%$states.input%}"})
    void a_text_from_one_mark_to_the_other_is_an_expression(String text) {
        assertThat(JsonataMarks.surround(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{%}", "{% 1", "1 %}", " {% 1 %}", "{% 1 %} "})
    void a_text_that_the_marks_do_not_enclose_is_none(String text) {
        assertThat(JsonataMarks.surround(text)).isFalse();
    }

    @Test
    void marks_are_put_on_and_taken_off() {
        assertThat(JsonataMarks.around("$a + 1")).isEqualTo("{% $a + 1 %}");
        assertThat(JsonataMarks.inside("{% $a + 1 %}")).isEqualTo("$a + 1");
    }

    @Test
    void they_are_found_at_any_depth() {
        assertThat(JsonataMarks.areIn(
                        JsonDocument.parse("{\"a\": [{\"b\": \"{% 1 %}\"}]}").root()))
                .isTrue();
        assertThat(JsonataMarks.areIn(
                        JsonDocument.parse("{\"{% 1 %}\": [1, \"a\"]}").root()))
                .isFalse();
    }
}
