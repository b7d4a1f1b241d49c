package dev.stepwright.runtime.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.store.ExecutionEnd;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Deterministic simulation. {@code -Dstepwright.simulation.seeds=1000000} runs as many seeds; {@code
 * -Dstepwright.simulation.first=SEED} begins with one, to see it again: a seed does the same every time.
 */
class SimulationTest {
    private static final long SEEDS = Long.getLong("stepwright.simulation.seeds", 10_000);
    private static final long FIRST = Long.getLong("stepwright.simulation.first", 1);

    @Test
    void nothing_is_lost_and_nothing_happens_twice_whatever_fails() {
        long crashes = 0;
        long redriven = 0;
        long stopped = 0;
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            try {
                Simulation simulation = run(seed);
                crashes += simulation.crashes();
                redriven += simulation.redriven();
                stopped += simulation.stopped();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + " fails; see it again with -Dstepwright.simulation.first=" + seed
                                + " -Dstepwright.simulation.seeds=1",
                        e);
            }
        }
        assertThat(crashes).as("crashes").isGreaterThan(SEEDS / 10);
        assertThat(stopped).as("stops of executions of Map Runs").isGreaterThan(SEEDS / 100);
        assertThat(redriven).as("redrives").isGreaterThan(SEEDS / 20);
    }

    private static Simulation run(long seed) {
        Simulation simulation = new Simulation(seed, true);
        Map<String, ExecutionEnd> ends = simulation.run();
        if (simulation.isCalm()) {
            Map<String, ExecutionEnd> undisturbed = new Simulation(seed, false).run();
            undisturbed.forEach((arn, end) -> {
                ExecutionEnd disturbed = ends.get(arn);
                assertThat(disturbed.status()).as("status of %s", arn).isEqualTo(end.status());
                assertThat(disturbed.output()).as("output of %s", arn).isEqualTo(end.output());
                assertThat(disturbed.error()).as("error of %s", arn).isEqualTo(end.error());
            });
        }
        if (seed % 100 == 0) {
            Simulation again = new Simulation(seed, true);
            again.run();
            assertThat(again.trace()).as("what a seed does").isEqualTo(simulation.trace());
        }
        return simulation;
    }
}
