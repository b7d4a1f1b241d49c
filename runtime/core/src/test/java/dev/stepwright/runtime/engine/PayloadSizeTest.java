package dev.stepwright.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A value whose text is not made is refused all the same from the first byte on that is too much. */
class PayloadSizeTest {
    private static JsonNode json(String text) {
        return JsonDocument.parse(text.replace('\'', '"')).root();
    }

    private static int bytes(JsonNode value) {
        return JsonText.compact(value).getBytes(StandardCharsets.UTF_8).length;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[null]",
                "[true,false,false]",
                "[-2147483648,-2147483648]",
                "[-9223372036854775808,-9223372036854775808]",
                "[-1.2345678901234567E-300,-1.2345678901234567E-300]",
                "[11111111111111111111111111111111111111111111111111]",
                "['\\u0001\\u0001\\u0001\\u0001']",
                "['\u00fc\u20ac\ud83d\ude00']",
                "{'\\u0001\\u0001\\u0001\\u0001':{'\\u0001\\u0001\\u0001\\u0001':['\\u0001\\u0001']}}",
            })
    void a_value_is_too_large_from_the_first_byte_on(String text) {
        JsonNode value = json(text);

        int bytes = bytes(value);

        assertThat(PayloadSize.excess(value, bytes)).isNull();
        assertThat(PayloadSize.excess(value, bytes - 1)).isEqualTo(PayloadSize.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "'a', 'another text, much longer than all that there was'",
        "a name much longer than all that there was, 1"
    })
    void what_takes_the_place_of_a_member_is_counted(String name, String text) {
        JsonNode before = json("{'a':1,'b':2}");
        ObjectNode after = (ObjectNode) json("{}");
        after.set(name, text.equals("1") ? before.path("a") : json("'" + text + "'"));
        after.set("b", before.path("b"));

        long known = PayloadSize.known(PayloadSize.UNKNOWN, before, Integer.MAX_VALUE);

        assertThat(PayloadSize.bound(after, before, known, Integer.MAX_VALUE)).isGreaterThanOrEqualTo(bytes(after));
    }
}
