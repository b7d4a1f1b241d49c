package dev.stepwright.runtime.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class InsertionTest {
    private static ObjectNode object(String... names) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            object.put(name, name);
        }
        return object;
    }

    @Test
    void the_object_is_not_changed_and_shares_its_values() {
        ObjectNode object = object("a", "b");

        ObjectNode made = new Insertion("c").into(object, JsonNodeFactory.instance.numberNode(1));

        assertThat(object).hasToString("{\"a\":\"a\",\"b\":\"b\"}");
        assertThat(made).hasToString("{\"a\":\"a\",\"b\":\"b\",\"c\":1}");
        assertThat(made.get("a")).isSameAs(object.get("a"));
    }

    @Test
    void what_is_made_can_be_changed_without_changing_others_of_its_shape() {
        Insertion insertion = new Insertion("c");
        ObjectNode first = insertion.into(object("a", "b"), JsonNodeFactory.instance.numberNode(1));
        ObjectNode second = insertion.into(object("a", "b"), JsonNodeFactory.instance.numberNode(2));

        first.put("d", 3).remove("a");

        assertThat(first).hasToString("{\"b\":\"b\",\"c\":1,\"d\":3}");
        assertThat(second).hasToString("{\"a\":\"a\",\"b\":\"b\",\"c\":2}");
        assertThat(insertion.into(second, JsonNodeFactory.instance.numberNode(4)))
                .hasToString("{\"a\":\"a\",\"b\":\"b\",\"c\":4}");
    }

    /** Objects of all sizes and shapes come to the same insertions in turn, and what these make comes to them again. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_object_gets_the_member_where_put_would_place_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Insertion> insertions = List.of(new Insertion("n0"), new Insertion("n1"), new Insertion("x"));
        List<ObjectNode> objects = new ArrayList<>(List.of(object()));
        for (int step = 0; step < 2_000; step++) {
            ObjectNode object = objects.get(random.nextInt(objects.size()));
            Insertion insertion = insertions.get(random.nextInt(insertions.size()));
            ObjectNode expected = object.deepCopy().put(insertion.name(), step);
            if (random.nextInt(4) == 0) {
                expected.put("n" + random.nextInt(20), step);
                object = expected.deepCopy();
            }

            ObjectNode made = insertion.into(object, JsonNodeFactory.instance.numberNode(step));

            assertThat(made.toString()).isEqualTo(expected.toString());
            objects.add(made);
        }
    }
}
