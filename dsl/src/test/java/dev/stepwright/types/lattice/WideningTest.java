package dev.stepwright.types.lattice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
