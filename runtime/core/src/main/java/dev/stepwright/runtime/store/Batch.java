package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.HistoryEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One activation of an execution: what came from outside and all that followed from it at once.
 *
 * @param sequence 1 for the first batch of an execution, then one more for each
 * @param end how the execution ended with this batch, or null
 * @param refusals what was refused to tasks of Map Runs, by the number of the task; null where none was asked, as earlier versions of Stepwright did
 *     not note it
 */
public record Batch(
        long sequence,
        Stimulus stimulus,
        List<HistoryEntry> events,
        @Nullable ExecutionEnd end,
        @Nullable Map<Long, String> refusals) {
    /** Returns a batch in which no task of a Map Run has begun. */
    public Batch(long sequence, Stimulus stimulus, List<HistoryEntry> events, @Nullable ExecutionEnd end) {
        this(sequence, stimulus, events, end, null);
    }

    /** Returns about how many bytes of memory it takes. */
    public long weight() {
        return Weight.of(this);
    }
}
