package dev.stepwright.runtime.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.store.ExecutionEnd;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The process is killed at each write of a scenario in turn: before the write reaches the disk, and after it, when nobody knows yet. */
class CrashPointsTest {
    private static final int SCENARIOS = 30;

    /** So many of them, or of some more, with executions that fail and are redriven. */
    private static final int WITH_REDRIVE = 6;

    @Test
    void whatever_write_is_the_last_the_outcome_is_that_of_a_run_without_a_crash() {
        int scenarios = 0;
        int withRedrive = 0;
        int points = 0;
        for (long seed = 1; scenarios < SCENARIOS || withRedrive < WITH_REDRIVE; seed++) {
            Simulation undisturbed = new Simulation(seed, false);
            if (undisturbed.isCalm()) {
                Map<String, ExecutionEnd> expected = undisturbed.run();
                boolean isRedriven = undisturbed.redriven() > 0;
                if (scenarios < SCENARIOS || isRedriven) {
                    points += killAtEach(seed, undisturbed.writes(), expected);
                    scenarios++;
                    withRedrive += isRedriven ? 1 : 0;
                }
            }
        }
        assertThat(points).as("crash points").isGreaterThan(20 * SCENARIOS);
    }

    private static int killAtEach(long seed, int writes, Map<String, ExecutionEnd> expected) {
        for (int write = 1; write <= writes; write++) {
            for (boolean isBefore : new boolean[] {true, false}) {
                Simulation simulation = new Simulation(seed, false).killedAt(write, isBefore);
                Map<String, ExecutionEnd> ends = simulation.run();

                assertThat(simulation.crashes()).isEqualTo(1);
                expected.forEach((arn, end) -> {
                    assertThat(ends.get(arn).status())
                            .as("status of %s, seed %s", arn, seed)
                            .isEqualTo(end.status());
                    assertThat(ends.get(arn).output())
                            .as("output of %s, seed %s", arn, seed)
                            .isEqualTo(end.output());
                });
            }
        }
        return 2 * writes;
    }
}
