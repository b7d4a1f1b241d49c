package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonFormsTest {
    public sealed interface Value permits Text, Brief, Full {}

    public record Text(@JsonValue String value) implements Value {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Text {}
    }

    public record Brief(String a) implements Value {
        public Brief {
            Objects.requireNonNull(a, "a is required");
        }
    }

    public record Full(String a, String b) implements Value {
        public Full {
            Objects.requireNonNull(b, "b is required");
        }
    }

    public record Pair(String first, int second, Optional<String> third) {}

    public record Row(String first, List<Integer> rest) {}

    public record Patch(String id, @JsonProperty("the-note") Optional<Optional<String>> note) {
        @JsonProperty("kind")
        public String kind() {
            return "patch";
        }
    }

    @Test
    void a_value_is_the_first_that_loses_nothing() {
        assertThat(JsonForms.oneOf(Value.class, "x")).isEqualTo(new Text("x"));
        assertThat(JsonForms.oneOf(Value.class, Map.of("a", "1"))).isEqualTo(new Brief("1"));
        assertThat(JsonForms.oneOf(Value.class, Map.of("a", "1", "b", "2"))).isEqualTo(new Full("1", "2"));
    }

    @Test
    void a_value_that_loses_something_anyhow_is_the_first_that_fits() {
        assertThat(JsonForms.oneOf(Value.class, Map.of("a", "1", "c", "3"))).isEqualTo(new Brief("1"));
    }

    @Test
    void a_value_that_fits_nowhere_is_refused_with_all_reasons() {
        assertThatThrownBy(() -> JsonForms.oneOf(Value.class, Map.of("c", 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "this is no Value: {\"c\":3}", "Text: ", "Brief: a is required", "Full: b is required");
    }

    @Test
    void a_tuple_has_its_components_in_the_order_of_the_array() {
        Pair pair = JsonForms.tuple(Pair.class, List.of("a", 1), JsonForms.Rest.REFUSED);

        assertThat(pair.first()).isEqualTo("a");
        assertThat(pair.second()).isEqualTo(1);
        assertThat(JsonForms.tuple(Pair.class, List.of("a", 1, "b", "c"), JsonForms.Rest.IGNORED)
                        .third())
                .contains("b");
        assertThat(JsonForms.tuple(Row.class, List.of("a", 1, 2), JsonForms.Rest.KEPT))
                .isEqualTo(new Row("a", List.of(1, 2)));
    }

    @Test
    void a_tuple_names_what_it_refuses() {
        assertThatThrownBy(() -> JsonForms.tuple(Pair.class, List.of("a"), JsonForms.Rest.REFUSED))
                .hasMessage("second is required");
        assertThatThrownBy(() -> JsonForms.tuple(Pair.class, Arrays.asList("a", null), JsonForms.Rest.REFUSED))
                .hasMessage("second is required");
        assertThatThrownBy(() -> JsonForms.tuple(Pair.class, List.of("a", "b"), JsonForms.Rest.REFUSED))
                .hasMessageStartingWith("second: ");
        assertThatThrownBy(() -> JsonForms.tuple(Pair.class, List.of("a", 1, "b", "c"), JsonForms.Rest.REFUSED))
                .hasMessage("Pair has 3 elements, but there are 4");
    }

    @Test
    void an_object_tells_null_from_absent() {
        Map<String, Object> withNull = new HashMap<>(Map.of("id", "1", "kind", "patch"));
        withNull.put("the-note", null);

        assertThat(JsonForms.object(Patch.class, Map.of("id", "1"), JsonForms.Rest.REFUSED)
                        .note())
                .isEmpty();
        assertThat(JsonForms.object(Patch.class, withNull, JsonForms.Rest.REFUSED)
                        .note())
                .contains(Optional.empty());
        assertThat(JsonForms.object(Patch.class, Map.of("the-note", "n"), JsonForms.Rest.REFUSED)
                        .note())
                .contains(Optional.of("n"));
    }

    @Test
    void an_object_names_what_it_refuses() {
        assertThatThrownBy(() -> JsonForms.object(Patch.class, Map.of("note", "n"), JsonForms.Rest.REFUSED))
                .hasMessage("note: Patch has no such member");
        assertThatThrownBy(() -> JsonForms.requireConstant(Map.of("kind", "put"), "kind", "\"patch\""))
                .hasMessage("kind: const is \"patch\", but was \"put\"");
        assertThatThrownBy(() -> JsonForms.requireConstant(Map.of(), "kind", "\"patch\""))
                .hasMessage("kind: const is \"patch\", but was absent");
    }
}
