package dev.stepwright.runtime.store;

import dev.stepwright.runtime.history.HistoryEntry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps executions. Called by several threads, for one execution by one at a time. */
public interface ExecutionStore extends AutoCloseable {
    /**
     * Notes a new execution.
     *
     * @return the execution that has the same ARN already, and then nothing is noted; else empty
     */
    Optional<StoredExecution> create(ExecutionHeader header);

    /**
     * Appends a batch. What follows from it is done once the returned stage has completed; a store that gathers batches completes it
     * later, on a thread of its own.
     *
     * @return completes exceptionally with {@link StaleSequenceException} if the batch is not the next of its execution
     */
    CompletionStage<Void> append(String executionArn, Batch batch);

    /** Returns an execution. */
    Optional<StoredExecution> find(String executionArn);

    /** Returns all batches of an execution in their order, for making its state anew; empty if it is unknown. */
    List<Batch> batches(String executionArn);

    /**
     * Returns events of an execution in their order.
     *
     * @param afterId the id of the last event that is not wanted; 0 for the beginning
     * @param most how many are returned at most
     */
    List<HistoryEntry> history(String executionArn, long afterId, int most);

    /** Returns the ARNs of the executions that have not ended, oldest first. */
    List<String> running();

    @Override
    void close();
}
