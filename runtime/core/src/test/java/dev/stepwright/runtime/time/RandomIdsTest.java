package dev.stepwright.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RandomIdsTest {
    @Test
    void ids_are_of_version_4_and_all_different_whoever_makes_them() {
        RandomIds one = new RandomIds();
        RandomIds other = new RandomIds();

        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            ids.add(one.get());
            ids.add(other.get());
        }

        assertThat(ids).hasSize(10_000).allMatch(id -> id.version() == 4 && id.variant() == 2);
    }

    @Test
    void every_bit_that_is_free_is_set_in_half_of_them() {
        RandomIds ids = new RandomIds();
        int[] set = new int[128];
        for (int i = 0; i < 4_000; i++) {
            UUID id = ids.get();
            for (int bit = 0; bit < 64; bit++) {
                set[bit] += (int) (id.getMostSignificantBits() >>> bit & 1);
                set[64 + bit] += (int) (id.getLeastSignificantBits() >>> bit & 1);
            }
        }

        for (int bit = 0; bit < 128; bit++) {
            boolean isFixed = bit >= 12 && bit < 16 || bit >= 126;
            if (!isFixed) {
                assertThat(set[bit]).as("bit %s", bit).isBetween(1_750, 2_250); // 8 standard deviations
            }
        }
    }
}
