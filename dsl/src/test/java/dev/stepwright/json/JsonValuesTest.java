package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class JsonValuesTest {
    @ParameterizedTest(name = "{0} equals {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1.0",
                "100|1e2",
                "0|-0",
                "9223372036854775808|9223372036854775808.0",
                "1e999999999|10e999999998",
                "{\"a\":1,\"b\":[2]}|{\"b\":[2.0],\"a\":1e0}",
                "\"\\u00e9\"|\"é\"",
            })
    void values_that_stand_for_the_same_are_equal(String a, String b) {
        JsonNode left = JsonDocument.parse(a).root();
        JsonNode right = JsonDocument.parse(b).root();

        assertThat(JsonValues.equal(left, right)).isTrue();
        assertThat(JsonValues.hash(left)).isEqualTo(JsonValues.hash(right));
    }

    @ParameterizedTest(name = "{0} differs from {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1|\"1\"",
                "1|2",
                "0.1|0.10000000000000000001",
                "[1,2]|[2,1]",
                "[]|{}",
                "{\"a\":null}|{}",
                "{\"a\":1}|{\"b\":1}",
                "true|false",
                "null|0",
                "\"a\"|\"A\"",
            })
    void values_that_stand_for_something_else_differ(String a, String b) {
        assertThat(JsonValues.equal(
                        JsonDocument.parse(a).root(), JsonDocument.parse(b).root()))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} has {1} levels")
    @CsvSource(
            delimiter = '|',
            value = {"1|0", "{}|1", "[[],1]|2", "{\"a\":1,\"b\":[{}]}|3"})
    void a_value_is_deeper_than_fewer_levels_than_it_has(String text, int levels) {
        JsonNode value = JsonDocument.parse(text).root();

        assertThat(JsonValues.isDeeperThan(value, levels)).isFalse();
        assertThat(levels == 0 || JsonValues.isDeeperThan(value, levels - 1)).isTrue();
    }
}
