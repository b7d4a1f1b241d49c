package dev.stepwright.runtime.simulation;

import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A store on a disk of chance: what is written gathers, and becomes durable some time later, many writes at once. A crash loses what is not
 * durable, but for a beginning of it that happened to reach the disk. A write may fail, and so may the next attempt.
 */
final class FaultyStore extends RecordingStore {
    private final InMemoryStore disk = kept();
    private final SplittableRandom chance;
    private final Schedule schedule;
    private final int failOneIn;
    private final ArrayDeque<Consumer<RuntimeException>> unsynced = new ArrayDeque<>();
    private final Map<String, Long> written = new HashMap<>();
    private final Set<String> created = new HashSet<>();
    private boolean isSyncPlanned;
    private int failures;
    private int ended;
    private int killAt;
    private boolean killsBefore;

    /** Returns an empty store; {@code failOneIn} is 0 for one whose writes never fail. */
    FaultyStore(SplittableRandom chance, Schedule schedule, int failOneIn) {
        super(new InMemoryStore(Integer.MAX_VALUE, Long.MAX_VALUE));
        this.chance = chance;
        this.schedule = schedule;
        this.failOneIn = failOneIn;
    }

    /** Has the process killed when this write, counted from 1, is about to reach the disk, or has just reached it and nobody knows. */
    void killAt(int write, boolean isBefore) {
        killAt = write;
        killsBefore = isBefore;
    }

    /** Returns how many writes there have been. */
    int ended() {
        return ended;
    }

    int failures() {
        return failures;
    }

    @Override
    public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        String arn = header.identity().arn();
        CompletableFuture<Optional<StoredExecution>> answer = new CompletableFuture<>();
        boolean isNew = created.add(arn);
        Optional<StoredExecution> existing = disk.find(arn);
        if (existing.isPresent() || !isNew) {
            answer.complete(existing.isPresent() ? existing : Optional.of(new StoredExecution(header, null)));
            return answer;
        }
        written.put(arn, 1L);
        write(failure -> {
            if (failure == null) {
                disk.create(header, first);
                answer.complete(Optional.empty());
            } else {
                created.remove(arn);
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    @Override
    public CompletionStage<Void> append(String arn, List<Batch> batches) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        long next = written.getOrDefault(arn, 0L) + 1;
        if (!created.contains(arn) || batches.get(0).sequence() != next) {
            answer.completeExceptionally(
                    new StaleSequenceException(arn, next, batches.get(0).sequence()));
            return answer;
        }
        written.put(arn, batches.get(batches.size() - 1).sequence());
        write(failure -> {
            if (failure == null) {
                disk.append(arn, batches).toCompletableFuture().join();
                answer.complete(null);
            } else {
                written.put(arn, next - 1);
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    @Override
    public CompletionStage<Void> reopen(String arn, Redrive redrive, Batch batch) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        long next = written.getOrDefault(arn, 0L) + 1;
        written.put(arn, batch.sequence());
        write(failure -> {
            if (failure == null) {
                disk.reopen(arn, redrive, batch).toCompletableFuture().join();
                answer.complete(null);
            } else {
                written.put(arn, next - 1);
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    /** Has something become durable some time; {@code end} is told null then, or why it does not. */
    private void write(Consumer<RuntimeException> end) {
        unsynced.add(end);
        if (!isSyncPlanned) {
            isSyncPlanned = true;
            schedule.inside(this::sync);
        }
    }

    private void sync() {
        isSyncPlanned = false;
        int count = 1 + chance.nextInt(unsynced.size());
        for (int i = 0; i < count && !unsynced.isEmpty(); i++) {
            end(unsynced.remove());
        }
        if (!unsynced.isEmpty() && !isSyncPlanned) {
            isSyncPlanned = true;
            schedule.inside(this::sync);
        }
    }

    private void end(Consumer<RuntimeException> write) {
        boolean isLast = ++ended == killAt;
        if (isLast && killsBefore) {
            unsynced.clear(); // what is written after a write that is lost is lost too
            throw new Killed();
        }
        if (failOneIn > 0 && chance.nextInt(failOneIn) == 0) {
            failures++;
            write.accept(new IllegalStateException("the disk is full"));
        } else {
            write.accept(null);
        }
        if (isLast) {
            throw new Killed();
        }
    }

    /** The process is gone. A beginning of what had been written is on the disk all the same, though nobody was told. */
    void crash() {
        int lucky = unsynced.isEmpty() ? 0 : chance.nextInt(unsynced.size() + 1);
        ArrayDeque<Consumer<RuntimeException>> left = new ArrayDeque<>(unsynced);
        unsynced.clear();
        isSyncPlanned = false;
        for (int i = 0; i < lucky; i++) {
            left.remove().accept(null);
        }
        reopen();
    }

    /** Only what is on the disk counts from here on. */
    private void reopen() {
        created.removeIf(arn -> disk.find(arn).isEmpty());
        written.clear();
        created.forEach(arn -> written.put(arn, (long) disk.batches(arn).size()));
    }

    boolean isQuiet() {
        return unsynced.isEmpty();
    }

    /** Returns all executions there are. */
    Set<String> all() {
        return Set.copyOf(created);
    }
}
