package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.HistoryEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One activation of an execution: what came from outside and all that followed from it at once.
 *
 * @param sequence 1 for the first batch of an execution, then one more for each
 * @param end how the execution ended with this batch, or null
 */
public record Batch(
        long sequence,
        Stimulus stimulus,
        List<HistoryEntry> events,
        @Nullable ExecutionEnd end) {
    /** Returns about how many bytes of memory it takes. */
    public long weight() {
        return Weight.of(this);
    }
}
