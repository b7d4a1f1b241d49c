package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnmodifiableTest {
    @Test
    void a_copy_stays_as_it_is_whatever_becomes_of_the_list() {
        List<String> list = new ArrayList<>(List.of("a"));
        List<String> copy = Unmodifiable.list(list, "list");

        list.add("b");

        assertThat(copy).containsExactly("a");
        assertThat(Unmodifiable.list(copy, "list")).isSameAs(copy);
        assertThatThrownBy(() -> copy.add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void lists_in_a_list_are_copied_too() {
        List<String> inner = new ArrayList<>(List.of("a"));
        List<List<String>> copy = Unmodifiable.list(List.of(inner), "list", each -> Unmodifiable.list(each, "list[]"));

        inner.add("b");

        assertThat(copy).containsExactly(List.of("a"));
    }

    @Test
    void a_map_keeps_its_order() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", 2);
        Map<String, Integer> copy = Unmodifiable.map(map, "map");

        map.put("b", 3);

        assertThat(copy.keySet()).containsExactly("z", "a");
        assertThatThrownBy(() -> copy.put("c", 4)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void null_is_refused_with_its_place() {
        Map<String, String> map = new HashMap<>();
        map.put("a", null);

        assertThatThrownBy(() -> Unmodifiable.list(Arrays.asList("a", null), "tags"))
                .hasMessage("tags[1] is null");
        assertThatThrownBy(() -> Unmodifiable.map(map, "labels")).hasMessage("labels[\"a\"] is null");
    }
}
