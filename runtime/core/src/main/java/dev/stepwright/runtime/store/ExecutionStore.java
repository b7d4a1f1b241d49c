package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps executions. Called by several threads, for one execution by one at a time.
 *
 * <p>A stage completes once what was written cannot be lost any more; what is written next for the same execution is written after that.
 */
public interface ExecutionStore extends AutoCloseable {
    /**
     * Notes a new execution and its first batch: both, or neither.
     *
     * @param first the batch with the sequence 1; it may be the last as well
     * @return completes with the execution that has the same ARN already, and then nothing is noted; else with empty. Completes
     *     exceptionally if it could not be written; then there is no such execution
     */
    CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first);

    /**
     * Appends batches to an execution that has been noted: all of them, or none. What follows from them is done once the returned stage has
     * completed; a store that gathers batches completes it later, on a thread of its own.
     *
     * @param batches at least one; each has the sequence after that of the one before it
     * @return completes exceptionally with {@link StaleSequenceException} if the first is not the next of its execution, and otherwise
     *     if they could not be written; then the execution is as it was before
     */
    CompletionStage<Void> append(String executionArn, List<Batch> batches);

    /**
     * Has an execution that has ended go on: notes the redrive and appends its first batch, both or neither. From here on it runs as any other,
     * unless the batch ends it.
     *
     * @param batch has the sequence after that of the last batch
     * @return completes exceptionally with {@link StaleSequenceException} if the batch is not the next, and otherwise if the execution has not
     *     ended or could not be written; then it is as it was before
     */
    CompletionStage<Void> reopen(String executionArn, Redrive redrive, Batch batch);

    /**
     * Keeps the state of an execution after its latest batch, in the place of an earlier one, so that it need not be made anew from
     * all its batches. A store may let it fall.
     */
    default void keep(String executionArn, Snapshot snapshot) {}

    /** Returns an execution. */
    Optional<StoredExecution> find(String executionArn);

    /**
     * Returns those of some executions that are there, in no order. A store that is asked over a network reads many at a time.
     *
     * @throws dev.stepwright.runtime.binary.UnreadableException if one of them is damaged
     */
    default List<StoredExecution> findAll(List<String> executionArns) {
        return executionArns.stream().flatMap(arn -> find(arn).stream()).toList();
    }

    /** Returns all batches of an execution in their order; empty if it is unknown. */
    List<Batch> batches(String executionArn);

    /**
     * Returns the batches of an execution that come after one, in their order.
     *
     * @param after the sequence of the last that is not wanted; 0 for all
     */
    default List<Batch> batches(String executionArn, long after) {
        return batches(executionArn).stream()
                .filter(batch -> batch.sequence() > after)
                .toList();
    }

    /**
     * Returns how far the record of an execution goes, empty if it is unknown. A store that can tells it of one whose batches are damaged too, so that
     * it can be stopped.
     */
    default Optional<Latest> latest(String executionArn) {
        List<Batch> batches = batches(executionArn);
        List<HistoryEntry> event = historyBefore(executionArn, 0, 1);
        return batches.isEmpty()
                ? Optional.empty()
                : Optional.of(new Latest(
                        batches.get(batches.size() - 1).sequence(),
                        event.isEmpty() ? 0 : event.get(0).id()));
    }

    /** Returns what the state of an execution is made anew from. */
    default Resumption resumption(String executionArn) {
        return new Resumption(null, batches(executionArn));
    }

    /**
     * Returns what the states of executions are made anew from, by their ARNs; read many at a time as {@link #findAll}.
     *
     * @throws dev.stepwright.runtime.binary.UnreadableException if one of them is damaged
     */
    default Map<String, Resumption> resumptions(List<String> executionArns) {
        return executionArns.stream().collect(Collectors.toMap(Function.identity(), this::resumption));
    }

    /**
     * Returns events of an execution in their order.
     *
     * @param afterId the id of the last event that is not wanted; 0 for the beginning
     * @param most how many are returned at most
     */
    List<HistoryEntry> history(String executionArn, long afterId, int most);

    /**
     * Returns events of an execution, the last one first.
     *
     * @param beforeId the id of the first event that is not wanted; 0 for the end
     * @param most how many are returned at most
     */
    List<HistoryEntry> historyBefore(String executionArn, long beforeId, int most);

    /** Returns executions of a machine, the newest first. */
    List<ExecutionSummary> list(ExecutionQuery query);

    /**
     * Counts executions of a machine by their status. A store that can does so without reading them.
     *
     * @param since those of an earlier machine of the same name do not count: whose {@link ExecutionSummary#position} is before that
     * @return without a status that none has
     */
    default Map<ExecutionStatus, Long> count(String machineArn, Instant since) {
        return list(new ExecutionQuery(machineArn, Instant.EPOCH, null, null, null, Integer.MAX_VALUE)).stream()
                .filter(execution -> execution.position().moment() >= since.toEpochMilli())
                .collect(Collectors.groupingBy(ExecutionSummary::status, Collectors.counting()));
    }

    /** Returns the ARNs of the executions that have not ended, oldest first. */
    List<String> running();

    /**
     * Returns whether no more executions should be started for the moment, because what is kept in memory or waits to be written has
     * reached its bound. What is running goes on.
     */
    default boolean isFull() {
        return false;
    }

    /**
     * Returns what completes when nothing can be written here any more, since another process has taken the store over or it is broken. An engine
     * stops then. Never completes for a store to which that cannot happen.
     */
    default CompletionStage<StoreLostException> lost() {
        return new CompletableFuture<>();
    }

    @Override
    void close();
}
