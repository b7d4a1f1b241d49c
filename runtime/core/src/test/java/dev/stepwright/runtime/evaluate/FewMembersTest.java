package dev.stepwright.runtime.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class FewMembersTest {
    private static ObjectNode object(int size) {
        String[] names = new String[size];
        JsonNode[] values = new JsonNode[size];
        for (int i = 0; i < size; i++) {
            names[i] = "m" + i;
            values[i] = IntNode.valueOf(i);
        }
        return FewMembers.object(names, values);
    }

    @Test
    void a_copy_that_is_changed_leaves_the_object_as_it_is() {
        ObjectNode object = object(3);

        Map<String, JsonNode> copy = FewMembers.copy(object);
        copy.put("m1", IntNode.valueOf(7));
        copy.put("more", IntNode.valueOf(8));

        assertThat(object).hasToString("{\"m0\":0,\"m1\":1,\"m2\":2}");
        assertThat(new ObjectNode(JsonNodeFactory.instance, copy))
                .hasToString("{\"m0\":0,\"m1\":7,\"m2\":2,\"more\":8}");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_behaves_as_a_linked_hash_map_does(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, JsonNode> few = FewMembers.copy(object(random.nextInt(FewMembers.MOST)));
        Map<String, JsonNode> model = new LinkedHashMap<>(few);

        for (int step = 0; step < 500; step++) {
            String name = "m" + random.nextInt(24);
            JsonNode value = IntNode.valueOf(step);
            int nth = random.nextInt(4);
            switch (random.nextInt(8)) {
                case 0 -> assertThat(few.remove(name)).isEqualTo(model.remove(name));
                case 1 -> assertThat(removeOne(few, nth)).isEqualTo(removeOne(model, nth));
                case 2 -> {
                    few.entrySet().forEach(member -> member.setValue(value));
                    model.entrySet().forEach(member -> member.setValue(value));
                }
                default -> assertThat(few.put(name, value)).isEqualTo(model.put(name, value));
            }

            assertThat(few).isEqualTo(model).hasSameHashCodeAs(model).hasSize(model.size());
            assertThat(few.get(name)).isEqualTo(model.get(name));
            assertThat(order(few)).isEqualTo(order(model));
        }
    }

    /** Takes the nth member out while going over all of them; returns whether all others were met. */
    private static boolean removeOne(Map<String, JsonNode> members, int nth) {
        int size = members.size();
        int met = 0;
        for (Iterator<Map.Entry<String, JsonNode>> all = members.entrySet().iterator(); all.hasNext(); met++) {
            all.next();
            if (met == nth) {
                all.remove();
            }
        }
        return met == size;
    }

    private static List<String> order(Map<String, JsonNode> members) {
        List<String> names = new ArrayList<>();
        members.forEach((name, value) -> names.add(name));
        return names;
    }

    @Test
    void objects_are_equal_however_their_members_are_kept() {
        ObjectNode usual = JsonNodeFactory.instance.objectNode().put("m1", 1).put("m0", 0);

        assertThat(object(2)).isEqualTo(usual);
        assertThat(usual).isEqualTo(object(2));
        assertThat(object(2)).hasSameHashCodeAs(usual);
    }
}
