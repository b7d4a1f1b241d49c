package dev.stepwright.types.lattice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WideningTest {
    private static Value branching(int height, int fields) {
        Value value = Value.scalar(Kind.STRING);
        for (int i = 0; i < height; i++) {
            Map<String, Field> named = new LinkedHashMap<>();
            for (int field = 0; field < fields; field++) {
                named.put("f" + field, Field.always(value));
            }
            value = Value.of(new Fields(named, Set.of()));
        }
        return value;
    }

    @Test
    void below_nine_levels_nothing_is_known() {
        Value nine = branching(9, 1);

        assertThat(Widening.limit(nine)).isEqualTo(nine);
        assertThat(Widening.limit(branching(10, 1)).height()).isEqualTo(9);
    }

    @Test
    void of_an_object_of_too_many_fields_nothing_is_known() {
        assertThat(Widening.limit(branching(1, 256))).isEqualTo(branching(1, 256));
        assertThat(Widening.limit(branching(1, 257))).isEqualTo(Value.ANY);
    }

    @Test
    void the_elements_of_a_deep_array_are_told_apart_if_they_are_not_too_many() {
        assertThat(elements(256)).hasSize(256);
        assertThat(elements(257)).isNull();
    }

    /** Returns the elements one by one that are left of an array of deep objects; null if they are not told apart. */
    private static @Nullable List<Value> elements(int count) {
        Value array = Value.of(Items.each(Collections.nCopies(count, branching(9, 1))));

        return requireNonNull(Widening.limit(array).items()).each();
    }

    @Test
    void what_has_few_parts_stays_as_it_is() {
        assertThat(Widening.limit(branching(4, 3))).isEqualTo(branching(4, 3));
    }

    @Test
    void what_has_too_many_parts_is_made_lower() {
        Value value = branching(40, 6);

        Value limited = Widening.limit(value);

        assertThat(limited.height()).isBetween(3, 6);
        assertThat(Widening.limit(limited)).isEqualTo(limited);
    }
}
