package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PlainTextsTest {
    enum Named {
        LOW
    }

    enum OfText {
        ONE;

        @JsonCreator
        static OfText of(String value) {
            if (!value.equals("1")) {
                throw new IllegalArgumentException(value);
            }
            return ONE;
        }
    }

    enum OfNumber {
        ONE,
        TWO;

        @JsonCreator
        static OfNumber of(int value) {
            return values()[value - 1];
        }

        @JsonValue
        int value() {
            return ordinal() + 1;
        }
    }

    record Stamped(
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant at) {}

    record Opening(@JsonFormat(pattern = "HH:mmXXX") OffsetTime at) {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                Instant.class,
                OffsetDateTime.class,
                ZonedDateTime.class,
                LocalDate.class,
                Duration.class,
                Named.class,
                OfText.class
            })
    void a_date_and_a_constant_are_not_read_from_a_number(Class<?> type) {
        for (String number : new String[] {"0", "1", "1.5"}) {
            JsonNode json = JsonDocument.parse(number).root();

            assertThatThrownBy(() -> JavaValues.fromJson(json, type))
                    .as(number)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_enum_is_read_from_its_text_and_from_a_number_where_it_says_so() {
        assertThat(JavaValues.fromJson(JsonDocument.parse("\"1\"").root(), OfText.class))
                .isEqualTo(OfText.ONE);
        assertThat(JavaValues.fromJson(JsonDocument.parse("\"LOW\"").root(), Named.class))
                .isEqualTo(Named.LOW);
        assertThat(JavaValues.fromJson(JsonDocument.parse("2").root(), OfNumber.class))
                .isEqualTo(OfNumber.TWO);
    }

    @Test
    void a_date_is_read_from_a_number_where_it_says_so() {
        JsonNode json = JsonDocument.parse("{\"at\":86400}").root();

        assertThat(JavaValues.fromJson(json, Stamped.class))
                .isEqualTo(new Stamped(Instant.parse("1970-01-02T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"12:30Z, 12:30:00Z", "12:30:05+01:00, 12:30:05+01:00", "12:30:05.500Z, 12:30:05.500Z"})
    void a_time_is_written_with_its_seconds(OffsetTime time, String text) {
        assertThat(JavaValues.toJson(time).stringValue()).isEqualTo(text);
    }

    @Test
    void a_time_is_written_as_its_annotation_says() {
        assertThat(JsonText.compact(JavaValues.toJson(new Opening(OffsetTime.parse("12:30Z")))))
                .isEqualTo("{\"at\":\"12:30Z\"}");
    }
}
