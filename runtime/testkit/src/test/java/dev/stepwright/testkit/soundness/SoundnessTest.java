package dev.stepwright.testkit.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The analysis of the flow of data against the engine. {@code -Dstepwright.soundness.seeds=100000} tries as many machines; {@code
 * -Dstepwright.soundness.first=SEED} begins with one, to see it again: a seed does the same every time.
 */
class SoundnessTest {
    private static final long SEEDS = Long.getLong("stepwright.soundness.seeds", 200);
    private static final long FIRST = Long.getLong("stepwright.soundness.first", 1);

    @Test
    void what_is_said_of_a_machine_is_true_whenever_it_runs() {
        Tally tally = new Tally();
        Workbench workbench = new Workbench(tally);

        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Trial trial = workbench.mended(Trial.of(seed));
            List<String> problems = workbench.problems(trial);

            if (!problems.isEmpty()) {
                throw new AssertionError(report(trial));
            }
        }

        assertThat(tally.count("runs that succeed")).as("%s", tally).isGreaterThanOrEqualTo(tally.count("runs") / 2);
    }

    /** Shrinks, so that it reads well, and says all that is wrong then. */
    private static String report(Trial trial) {
        Workbench again = new Workbench(new Tally());
        Trial small = Shrinking.of(trial, smaller -> !again.problems(smaller).isEmpty());
        return String.join("\n", again.problems(small)) + "\nin " + small;
    }
}
