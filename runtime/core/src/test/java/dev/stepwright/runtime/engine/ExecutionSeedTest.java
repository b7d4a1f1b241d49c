package dev.stepwright.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.time.Chance;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What decisions of one execution have of chance. */
class ExecutionSeedTest {
    private static final int DECISIONS = 1_000;
    private static final int DRAWS = 100;

    private final ExecutionSeed seed = new ExecutionSeed(new UUID(1, 2));
    private final Chance chance = new Chance(0, 0);

    @Test
    void no_decision_draws_what_another_has_drawn() {
        Set<Long> high = new HashSet<>();
        Set<Long> low = new HashSet<>();
        Set<Double> doubles = new HashSet<>();
        for (long decision = 0; decision < DECISIONS; decision++) {
            seed.restart(chance, decision);
            for (int i = 0; i < DRAWS; i++) {
                UUID id = chance.nextUuid();
                high.add(id.getMostSignificantBits());
                low.add(id.getLeastSignificantBits());
                doubles.add(chance.nextDouble());
            }
        }

        assertThat(high).hasSize(DECISIONS * DRAWS);
        assertThat(low).hasSize(DECISIONS * DRAWS);
        assertThat(doubles).hasSize(DECISIONS * DRAWS);
    }

    @Test
    void the_same_decision_draws_the_same_again() {
        seed.restart(chance, 7);
        UUID first = chance.nextUuid();
        seed.restart(chance, 8);
        UUID other = chance.nextUuid();
        seed.restart(chance, 7);

        assertThat(chance.nextUuid()).isEqualTo(first).isNotEqualTo(other);
    }
}
