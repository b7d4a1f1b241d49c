package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JavaValuesTest {
    record Item(String sku, int quantity) {}

    record Order(
            @JsonProperty("order_id") String id,
            BigDecimal total,
            Instant at,
            Optional<String> note,
            List<Item> items) {}

    @Test
    void a_record_becomes_json_and_comes_back_equal() {
        var order = new Order(
                "o-1",
                new BigDecimal("12.50"),
                Instant.parse("2026-01-31T10:00:00Z"),
                Optional.empty(),
                List.of(new Item("s", 2)));

        JsonNode json = JavaValues.toJson(order);

        assertThat(JsonText.compact(json))
                .isEqualTo("{\"order_id\":\"o-1\",\"total\":12.50,\"at\":\"2026-01-31T10:00:00Z\",\"note\":null,"
                        + "\"items\":[{\"sku\":\"s\",\"quantity\":2}]}");
        assertThat(JavaValues.fromJson(json, Order.class)).isEqualTo(order);
    }

    @Test
    void decimals_keep_their_digits() {
        JsonNode json =
                JsonDocument.parse("{\"total\":0.1000000000000000000001}").root();

        assertThat(JavaValues.fromJson(json, Order.class).total())
                .isEqualTo(new BigDecimal("0.1000000000000000000001"));
    }

    @Test
    void a_value_of_the_wrong_type_is_refused_with_its_place() {
        JsonNode json = JsonDocument.parse("{\"items\":[{\"sku\":\"s\",\"quantity\":\"many\"}]}")
                .root();

        assertThatThrownBy(() -> JavaValues.fromJson(json, Order.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Order")
                .hasMessageContaining("many")
                .hasMessageContaining("quantity");
    }
}
