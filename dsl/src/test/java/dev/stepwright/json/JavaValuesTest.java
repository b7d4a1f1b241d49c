package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    sealed interface Result permits Shipped, Refused {}

    record Shipped(String id, List<String> labels) implements Result {}

    sealed interface Refused extends Result permits Rejected, Expired {}

    record Rejected(String id, String reason) implements Refused {}

    record Expired(String id, Instant at) implements Refused {}

    record Envelope(Result result, List<Result> more) {}

    @ParameterizedTest
    @ValueSource(classes = {Result.class, Refused.class})
    void a_value_of_a_sealed_type_is_read_by_its_fields(Class<? extends Result> type) {
        var rejected = new Rejected("o-1", "too late");

        assertThat(JavaValues.fromJson(JavaValues.toJson(rejected), type)).isEqualTo(rejected);
    }

    @Test
    void a_value_of_a_sealed_type_has_no_fields_but_its_own() {
        assertThat(JsonText.compact(JavaValues.toJson(new Rejected("o-1", "late"))))
                .isEqualTo("{\"id\":\"o-1\",\"reason\":\"late\"}");
    }

    @Test
    void values_of_a_sealed_type_are_read_within_others() {
        var envelope = new Envelope(
                new Shipped("o-1", List.of("l")),
                List.of(new Expired("o-2", Instant.EPOCH), new Rejected("o-3", "late")));

        assertThat(JavaValues.fromJson(JavaValues.toJson(envelope), Envelope.class))
                .isEqualTo(envelope);
    }

    @Test
    void unknown_fields_do_not_disturb() {
        JsonNode json = JsonDocument.parse("{\"traceId\":\"x\",\"id\":\"o-1\",\"reason\":\"late\"}")
                .root();

        assertThat(JavaValues.fromJson(json, Result.class)).isEqualTo(new Rejected("o-1", "late"));
    }

    @Test
    void a_value_that_several_classes_fit_is_refused() {
        JsonNode json = JsonDocument.parse("{\"id\":\"o-1\"}").root();

        assertThatThrownBy(() -> JavaValues.fromJson(json, Result.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Result")
                .hasMessageContaining("{\"id\":\"o-1\"}")
                .hasMessageContaining("3 candidates match");
    }

    sealed interface Twins permits Left, Right {}

    record Left(String id) implements Twins {}

    record Right(String id) implements Twins {}

    @Test
    void classes_with_the_same_fields_are_refused_by_name() {
        JsonNode json = JsonDocument.parse("{\"id\":\"o-1\"}").root();

        assertThatThrownBy(() -> JavaValues.fromJson(json, Twins.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Left")
                .hasMessageContaining("Right")
                .hasMessageContaining("@JsonTypeInfo");
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "dog")
    })
    sealed interface Pet permits Cat, Dog {}

    record Cat(String name) implements Pet {}

    record Dog(String name) implements Pet {}

    @Test
    void a_sealed_type_that_says_how_it_is_read_is_read_that_way() {
        JsonNode json =
                JsonDocument.parse("{\"kind\":\"dog\",\"name\":\"Rex\"}").root();

        assertThat(JavaValues.fromJson(json, Pet.class)).isEqualTo(new Dog("Rex"));
    }

    sealed interface Code permits Level {}

    enum Level implements Code {
        LOW,
        HIGH
    }

    record Alarm(Level level) {}

    @Test
    void enums_of_a_sealed_type_stay_texts() {
        assertThat(JavaValues.fromJson(JavaValues.toJson(new Alarm(Level.HIGH)), Alarm.class))
                .isEqualTo(new Alarm(Level.HIGH));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"5, 5", "5.0, 5", "5e0, 5", "-2147483648, -2147483648", "50e-1, 5"})
    void a_whole_number_is_read_however_it_is_written(String text, int expected) {
        JsonNode json =
                JsonDocument.parse("{\"sku\":\"s\",\"quantity\":" + text + "}").root();

        assertThat(JavaValues.fromJson(json, Item.class)).isEqualTo(new Item("s", expected));
        assertThat(JavaValues.fromJson(json.get("quantity"), Long.class)).isEqualTo(expected);
    }

    @Test
    void a_primitive_that_is_null_or_missing_is_refused() {
        assertThatThrownBy(() -> JavaValues.fromJson(
                        JsonDocument.parse("{\"sku\":\"s\"}").root(), Item.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quantity");
        assertThatThrownBy(() -> JavaValues.fromJson(
                        JsonDocument.parse("{\"sku\":\"s\",\"quantity\":null}").root(), Item.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quantity");
    }

    @ParameterizedTest(name = "{0} is no {1}")
    @CsvSource({
        "1.5, java.lang.Integer",
        "1.5, java.lang.Long",
        "'\"1\"', java.lang.Integer",
        "'\"1.5\"', java.math.BigDecimal",
        "'\"true\"', java.lang.Boolean",
        "1, java.lang.Boolean",
        "1, java.lang.String",
        "1.5, java.lang.String",
        "true, java.lang.String",
        "99999999999, java.lang.Integer",
        "true, java.net.URI",
        "12, java.net.URI",
        "'[1, 2]', '[B'",
        "'[2026, 11, 26]', java.time.LocalDate",
        "'[12, 30, 5, \"+01:00\"]', java.time.OffsetTime",
    })
    void nothing_is_bent_to_fit(String text, Class<?> type) {
        JsonNode json = JsonDocument.parse(text).root();

        assertThatThrownBy(() -> JavaValues.fromJson(json, type)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_value_of_another_type_is_told_without_settings_that_nobody_has_here() {
        assertThatThrownBy(() -> JavaValues.fromJson(JavaValues.toJson(1), String.class))
                .hasMessage(
                        "cannot read 1 as java.lang.String: Cannot coerce Integer value (1) to `java.lang.String` value");
    }
}
