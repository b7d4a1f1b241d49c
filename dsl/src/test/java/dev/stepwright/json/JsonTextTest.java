package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class JsonTextTest {
    @Test
    void a_text_is_made_up_to_its_bound() {
        JsonNode value = JsonDocument.parse("{\"a\":[1,2]}").root();

        assertThat(JsonText.compact(value, 11)).contains("{\"a\":[1,2]}");
        assertThat(JsonText.compact(value, 10)).isEmpty();
    }

    @Test
    void a_value_that_holds_another_very_often_is_cut_short() {
        JsonNode value = JsonNodeFactory.instance.stringNode("x");
        for (int i = 0; i < 100; i++) {
            ArrayNode twice = JsonNodeFactory.instance.arrayNode();
            value = twice.add(value).add(value);
        }

        assertThat(JsonText.compact(value, 1000)).isEmpty();
        assertThat(JsonText.excerpt(value)).isEqualTo("[".repeat(80) + "...");
    }
}
