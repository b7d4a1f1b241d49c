package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
    @ParameterizedTest(name = "{0} is called {1}")
    @CsvSource({
        "${Shipping}, Shipping",
        "${ shop.arn }, shop.arn",
        "{{ shipping }}, shipping",
        "<SHIPPING_ARN>, SHIPPING_ARN"
    })
    void a_text_that_is_a_placeholder_has_its_name(String text, String name) {
        assertThat(Placeholders.name(text)).contains(name);
    }

    @ParameterizedTest(name = "{0} is known in part at most")
    @ValueSource(
            strings = {"x-${A}", "{{ shop }}/orders", "order <ID>", "${lookup({a = 1}, \"a\")}", "${f({a = {b = 1}})}"})
    void a_text_with_a_placeholder_is_not_known(String text) {
        assertThat(Placeholders.areIn(text)).isTrue();
    }

    @ParameterizedTest(name = "{0} is known")
    @ValueSource(strings = {"$.a", "costs $5", "${open", "{{open", "a < B", "<shipping>", "States.Format('{}', $.a)"})
    void a_text_without_one_is_known(String text) {
        assertThat(Placeholders.areIn(text)).isFalse();
    }

    @Test
    void a_long_text_is_looked_at_in_no_time_and_without_depth() {
        String open = "${" + "{}a".repeat(50_000);

        assertThat(Placeholders.areIn(open)).isFalse();
        assertThat(Placeholders.masked(open + "}"))
                .matches(Placeholders::isMasked)
                .hasSameSizeAs(open + "}");
    }

    @ParameterizedTest(name = "{0} is called nothing")
    @ValueSource(strings = {"arn:${Partition}", "${}", "{{ }}", "${A}${B}", "<shipping>", "Shipping"})
    void another_text_has_none(String text) {
        assertThat(Placeholders.name(text)).isEmpty();
    }
}
