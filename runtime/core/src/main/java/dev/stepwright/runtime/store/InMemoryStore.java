package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryPages;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps executions in memory: all that run, and the latest of those that have ended. Nothing survives the process. */
public final class InMemoryStore implements ExecutionStore {
    /** How many ended executions are kept where nothing else is asked for. */
    public static final int DEFAULT_ENDED = 10_000;

    /** By default so large a part of the heap, a quarter, may be taken. */
    private static final int HEAP_SHARE = 4;

    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private static final CompletionStage<Optional<StoredExecution>> NEW =
            CompletableFuture.completedFuture(Optional.empty());

    private final int mostEnded;
    private final long mostBytes;
    private final Map<String, Kept> executions = new LinkedHashMap<>();
    private final ArrayDeque<String> ended = new ArrayDeque<>();
    private long number;
    private long bytes;

    /** Returns an empty store that keeps {@value #DEFAULT_ENDED} ended executions. */
    public InMemoryStore() {
        this(DEFAULT_ENDED);
    }

    /**
     * Returns an empty store.
     *
     * @param mostEnded how many ended executions are kept; the oldest make room
     */
    public InMemoryStore(int mostEnded) {
        this(mostEnded, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /**
     * Returns an empty store.
     *
     * @param mostEnded how many ended executions are kept; the oldest make room
     * @param mostBytes about how many bytes are kept; the oldest ended executions make room, and if that is not enough, the store is
     *     {@link #isFull full}. By default a quarter of the largest heap
     */
    public InMemoryStore(int mostEnded, long mostBytes) {
        this.mostEnded = mostEnded;
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized boolean isFull() {
        return bytes > mostBytes && ended.isEmpty();
    }

    @Override
    public synchronized CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        Kept made = new Kept(header, ++number);
        Kept existing = executions.putIfAbsent(header.identity().arn(), made);
        if (existing != null) {
            return CompletableFuture.completedFuture(Optional.of(existing.stored()));
        }
        bytes += made.bytes;
        made.batches.add(first);
        made.end = first.end();
        appended(made, first);
        return NEW;
    }

    @Override
    public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        Kept kept = kept(executionArn);
        if (kept == null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("no execution " + executionArn + " has been created in this store"));
        }
        synchronized (kept) {
            long next = kept.batches.size() + 1L;
            long first = batches.get(0).sequence();
            if (first != next) {
                return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, next, first));
            }
            kept.batches.addAll(batches);
            kept.end = batches.get(batches.size() - 1).end();
        }
        batches.forEach(batch -> appended(kept, batch));
        return DONE;
    }

    @Override
    public synchronized CompletionStage<Void> reopen(String executionArn, Redrive redrive, Batch batch) {
        Kept kept = executions.get(executionArn);
        if (kept == null || kept.end == null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("no execution " + executionArn + " has ended in this store"));
        }
        synchronized (kept) {
            long next = kept.batches.size() + 1L;
            if (batch.sequence() != next) {
                return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, next, batch.sequence()));
            }
            kept.batches.add(batch);
            kept.end = batch.end();
            kept.redrive = redrive;
        }
        ended.remove(executionArn);
        appended(kept, batch);
        return DONE;
    }

    private synchronized void appended(Kept kept, Batch batch) {
        long weight = batch.weight();
        kept.bytes += weight;
        bytes += weight;
        if (batch.end() != null) {
            ended.add(kept.header.identity().arn());
        }
        makeRoom();
    }

    private void makeRoom() {
        while (ended.size() > mostEnded || bytes > mostBytes && !ended.isEmpty()) {
            Kept oldest = executions.remove(ended.remove());
            bytes -= oldest == null ? 0 : oldest.bytes;
        }
    }

    private synchronized @Nullable Kept kept(String executionArn) {
        return executions.get(executionArn);
    }

    @Override
    public Optional<StoredExecution> find(String executionArn) {
        return Optional.ofNullable(kept(executionArn)).map(Kept::stored);
    }

    @Override
    public List<Batch> batches(String executionArn) {
        Kept kept = kept(executionArn);
        if (kept == null) {
            return List.of();
        }
        synchronized (kept) {
            return List.copyOf(kept.batches);
        }
    }

    @Override
    public List<HistoryEntry> history(String executionArn, long afterId, int most) {
        return HistoryPages.after(events(executionArn), afterId, most);
    }

    @Override
    public List<HistoryEntry> historyBefore(String executionArn, long beforeId, int most) {
        return HistoryPages.before(events(executionArn), beforeId, most);
    }

    /** The history is made of the batches when somebody asks, which is seldom. */
    private List<HistoryEntry> events(String executionArn) {
        return batches(executionArn).stream()
                .flatMap(batch -> batch.events().stream())
                .toList();
    }

    @Override
    public synchronized List<ExecutionSummary> list(ExecutionQuery query) {
        return executions.values().stream()
                .map(Kept::summary)
                .filter(item -> query.matches(item))
                .filter(item -> query.after() == null || item.position().compareTo(query.after()) < 0)
                .sorted(Comparator.comparing(ExecutionSummary::position).reversed())
                .limit(query.most())
                .toList();
    }

    @Override
    public synchronized Map<ExecutionStatus, Long> count(String machineArn, Instant since) {
        Map<ExecutionStatus, Long> counts = new EnumMap<>(ExecutionStatus.class);
        for (Kept kept : executions.values()) {
            if (kept.header.identity().machineArn().equals(machineArn)) {
                ExecutionSummary execution = kept.summary();
                if (execution.position().moment() >= since.toEpochMilli()) {
                    counts.merge(execution.status(), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    @Override
    public synchronized List<String> running() {
        return executions.values().stream()
                .filter(kept -> kept.stored().end() == null)
                .map(kept -> kept.header.identity().arn())
                .toList();
    }

    @Override
    public synchronized void close() {
        executions.clear();
        ended.clear();
        bytes = 0;
    }

    /** An execution and its batches. */
    private static final class Kept {
        final ExecutionHeader header;
        final long number;
        final List<Batch> batches = new ArrayList<>(2);

        /** About how many bytes it takes. */
        long bytes;

        @Nullable
        ExecutionEnd end;

        @Nullable
        Redrive redrive;

        Kept(ExecutionHeader header, long number) {
            this.header = header;
            this.bytes = header.weight();
            this.number = number;
        }

        synchronized ExecutionSummary summary() {
            Instant stopped = end == null ? null : end.time();
            Instant begun = redrive == null ? header.identity().startTime() : redrive.time();
            Instant moment = stopped == null ? begun : stopped;
            return new ExecutionSummary(
                    new ExecutionSummary.Position(moment.toEpochMilli(), number),
                    header.identity(),
                    end == null ? ExecutionStatus.RUNNING : end.status(),
                    stopped,
                    redrive);
        }

        synchronized StoredExecution stored() {
            return new StoredExecution(header, end, redrive);
        }
    }
}
