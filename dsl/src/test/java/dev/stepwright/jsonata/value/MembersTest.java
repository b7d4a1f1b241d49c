package dev.stepwright.jsonata.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

class MembersTest {
    @Test
    void they_do_what_a_linked_hash_map_does() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Members members = new Members(random.nextInt(12));
            Map<String, JsonNode> expected = new LinkedHashMap<>();

            for (int step = 0; step < 60; step++) {
                change(members, expected, random);

                assertThat(new ArrayList<>(members.entrySet()))
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(new ArrayList<>(expected.entrySet()));
                assertThat(members).isEqualTo(expected).hasSameHashCodeAs(expected);
            }
        }
    }

    private static void change(Members members, Map<String, JsonNode> expected, Random random) {
        String name = "n" + random.nextInt(14);
        JsonNode value = IntNode.valueOf(random.nextInt(100));
        switch (random.nextInt(7)) {
            case 0 -> assertThat(members.remove(name)).isEqualTo(expected.remove(name));
            case 1 -> assertThat(members.get(name)).isEqualTo(expected.get(name));
            case 2 -> assertThat(members.containsKey(name)).isEqualTo(expected.containsKey(name));
            case 3 -> {
                removeFirst(members);
                removeFirst(expected);
            }
            case 4 -> {
                members.entrySet().forEach(member -> member.setValue(value));
                expected.entrySet().forEach(member -> member.setValue(value));
            }
            case 5 -> {
                members.replaceAll((key, before) -> key.equals(name) ? value : before);
                expected.replaceAll((key, before) -> key.equals(name) ? value : before);
            }
            default -> assertThat(members.put(name, value)).isEqualTo(expected.put(name, value));
        }
    }

    private static void removeFirst(Map<String, JsonNode> map) {
        Iterator<Map.Entry<String, JsonNode>> entries = map.entrySet().iterator();
        if (entries.hasNext()) {
            entries.next();
            entries.remove();
        }
    }

    @Test
    void names_that_are_shared_stay_as_they_are() {
        String[] names = {"a", "b"};
        BuiltObject one = BuiltObject.of(names, IntNode.valueOf(1), IntNode.valueOf(2));
        BuiltObject other = BuiltObject.of(names, IntNode.valueOf(3), IntNode.valueOf(4));

        one.remove("a");
        one.put("c", 5);

        assertThat(names).containsExactly("a", "b");
        assertThat(List.of(one.toString(), other.toString())).containsExactly("{\"b\":2,\"c\":5}", "{\"a\":3,\"b\":4}");
    }
}
