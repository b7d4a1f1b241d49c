package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringPlaceTest {
    @ParameterizedTest(name = "character {1} of {0} stands in column {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"abc\", 0, 2",
                "\"abc\", 2, 4",
                "\"abc\", 3, 5",
                "\"abc\", 9, 5",
                "\"a\\\"c\", 2, 5",
                "\"a\\u0041c\", 2, 9",
                "\"\", 0, 2"
            })
    void a_character_is_found_behind_escapes(String line, int offset, int column) {
        assertThat(StringPlace.of(line, new Position(7, 1), offset)).isEqualTo(new Position(7, column));
    }
}
