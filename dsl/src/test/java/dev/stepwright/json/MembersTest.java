package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class MembersTest {
    private static Members members(int size) {
        String[] names = new String[size];
        JsonNode[] values = new JsonNode[size];
        for (int i = 0; i < size; i++) {
            names[i] = "m" + i;
            values[i] = IntNode.valueOf(i);
        }
        return new Members(names, values);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void an_empty_map_behaves_as_a_linked_hash_map_does(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int capacity = 0; capacity < Members.FEW + 4; capacity++) {
            compare(new Members(capacity), random);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_map_with_names_of_others_behaves_as_a_linked_hash_map_does(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int size = 0; size <= Members.FEW; size++) {
            compare(members(size), random);
        }
    }

    private static void compare(Members members, SplittableRandom random) {
        Map<String, JsonNode> model = new LinkedHashMap<>(members);
        for (int step = 0; step < 200; step++) {
            change(members, model, random);

            assertThat(members).isEqualTo(model).hasSameHashCodeAs(model).hasSize(model.size());
            assertThat(new ArrayList<>(members.entrySet())).isEqualTo(new ArrayList<>(model.entrySet()));
            assertThat(order(members)).isEqualTo(order(model));
        }
    }

    private static void change(Members members, Map<String, JsonNode> model, SplittableRandom random) {
        String name = "m" + random.nextInt(24);
        JsonNode value = IntNode.valueOf(random.nextInt(1000));
        int nth = random.nextInt(4);
        switch (random.nextInt(16)) {
            case 0, 1 -> assertThat(members.remove(name)).isEqualTo(model.remove(name));
            case 2 -> assertThat(members.get(name)).isEqualTo(model.get(name));
            case 3 -> assertThat(members.containsKey(name)).isEqualTo(model.containsKey(name));
            case 4, 5 -> assertThat(removeOne(members, nth)).isEqualTo(removeOne(model, nth));
            case 6 -> {
                members.entrySet().forEach(member -> member.setValue(value));
                model.entrySet().forEach(member -> member.setValue(value));
            }
            case 7 -> {
                members.replaceAll((key, before) -> key.equals(name) ? value : before);
                model.replaceAll((key, before) -> key.equals(name) ? value : before);
            }
            default -> assertThat(members.put(name, value)).isEqualTo(model.put(name, value));
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
    void a_walk_takes_out_only_what_it_met() {
        Iterator<Map.Entry<String, JsonNode>> walk = members(2).entrySet().iterator();

        assertThatThrownBy(walk::remove).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_cleared_map_takes_members_again() {
        Members members = members(3);

        members.clear();
        members.put("m1", IntNode.valueOf(7));

        assertThat(members).isEqualTo(Map.of("m1", IntNode.valueOf(7)));
    }

    @Test
    void names_that_are_shared_stay_as_they_are() {
        String[] names = {"a", "b"};
        Members one = new Members(names, new JsonNode[] {IntNode.valueOf(1), IntNode.valueOf(2)});
        Members other = new Members(names, new JsonNode[] {IntNode.valueOf(3), IntNode.valueOf(4)});

        one.remove("a");
        one.put("c", IntNode.valueOf(5));

        assertThat(names).containsExactly("a", "b");
        assertThat(List.of(one.toString(), other.toString())).containsExactly("{b=2, c=5}", "{a=3, b=4}");
    }

    @Test
    void names_that_were_given_away_stay_as_they_are() {
        Members members = new Members(2);
        members.put("a", IntNode.valueOf(1));
        members.put("b", IntNode.valueOf(2));
        String[] names = members.fewNames();

        members.remove("a");

        assertThat(names).containsExactly("a", "b");
    }

    @Test
    void a_copy_that_is_changed_leaves_the_object_as_it_is() {
        ObjectNode object = members(3).object();

        Members copy = Members.copyOf(object);
        copy.put("m1", IntNode.valueOf(7));
        copy.put("more", IntNode.valueOf(8));

        assertThat(object).hasToString("{\"m0\":0,\"m1\":1,\"m2\":2}");
        assertThat(copy.object()).hasToString("{\"m0\":0,\"m1\":7,\"m2\":2,\"more\":8}");
    }

    @Test
    void objects_are_equal_however_their_members_are_kept() {
        ObjectNode usual = JsonNodeFactory.instance.objectNode().put("m1", 1).put("m0", 0);

        assertThat(members(2).object()).isEqualTo(usual);
        assertThat(usual).isEqualTo(members(2).object());
        assertThat(members(2).object()).hasSameHashCodeAs(usual);
    }
}
