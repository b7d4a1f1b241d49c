package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

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

    /** Holds itself, in alternatives that take the same values. */
    public sealed interface Chain permits Left, Right, End {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Chain read(Object json) {
            return JsonForms.oneOf(Chain.class, json);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Left(Chain next, @Nullable String left) implements Chain {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Right(Chain next, @Nullable String right) implements Chain {}

    public record End(@JsonValue String value) implements Chain {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public End {
            if (!value.equals("end")) {
                throw new IllegalArgumentException("the end is \"end\", but was " + value);
            }
        }
    }

    private static JsonNode chain(int depth, String end) {
        return JsonDocument.parse("{\"right\":\"r\",\"next\":".repeat(depth) + "\"" + end + "\"" + "}".repeat(depth))
                .root();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_union_that_holds_itself_is_read_in_bounded_time() {
        JsonNode deep = chain(100, "end");

        Chain read = JavaValues.fromJson(deep, Chain.class);

        assertThat(read).isInstanceOf(Right.class);
        assertThat(JavaValues.toJson(((Right) read).next())).isEqualTo(chain(99, "end"));
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_union_that_holds_itself_refuses_in_bounded_time_and_words() {
        assertThatThrownBy(() -> JavaValues.fromJson(chain(100, "else"), Chain.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this is no Chain")
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(2_000));
    }

    @Test
    void a_union_in_very_many_unions_is_refused_and_does_not_break_the_thread() {
        assertThatThrownBy(() -> JavaValues.fromJson(chain(490, "end"), Chain.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this is no Chain");
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

    /** Reads itself from an object, as generated records do that tell absent from null. */
    public record Shelf(@JsonProperty("boxes of it") List<Map<String, Shelf>> boxes, Optional<Integer> size) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Shelf read(Map<String, Object> json) {
            return JsonForms.object(Shelf.class, json, JsonForms.Rest.IGNORED);
        }
    }

    @Test
    void a_refusal_tells_the_whole_way_to_what_is_refused() {
        Map<String, ?> small = Map.of("boxes of it", List.of(Map.of("left", Map.of("size", "small"))));

        assertThatThrownBy(() -> JsonForms.object(Shelf.class, small, JsonForms.Rest.IGNORED))
                .hasMessageStartingWith("boxes of it: [0].left: size: Cannot");
    }
}
