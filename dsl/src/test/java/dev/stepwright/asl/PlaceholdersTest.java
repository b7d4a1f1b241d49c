package dev.stepwright.asl;

import static org.assertj.core.api.Assertions.assertThat;

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

    @ParameterizedTest(name = "{0} is called nothing")
    @ValueSource(strings = {"arn:${Partition}", "${}", "{{ }}", "${A}${B}", "<shipping>", "Shipping"})
    void another_text_has_none(String text) {
        assertThat(Placeholders.name(text)).isEmpty();
    }
}
