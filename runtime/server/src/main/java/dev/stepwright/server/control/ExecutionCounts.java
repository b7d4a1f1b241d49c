package dev.stepwright.server.control;

import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.engine.ExecutionStatus;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Counts executions by the names of their machines since the server began; those of Map Runs are not counted. For all threads. */
final class ExecutionCounts {
    private static final int MACHINE_IN_ARN = 6;

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Map<String, Counters> machines = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentSkipListMap<>();

    private record Counters(
            LongAdder started, LongAdder running, LongAdder milliseconds, Map<ExecutionStatus, LongAdder> ended) {
        Counters() {
            this(new LongAdder(), new LongAdder(), new LongAdder(), new ConcurrentHashMap<>());
        }

        void end(ExecutionDescription execution) {
            ended.computeIfAbsent(execution.status(), status -> new LongAdder()).increment();
            milliseconds.add(
                    Duration.between(execution.identity().startTime(), Objects.requireNonNull(execution.stopTime()))
                            .toMillis());
        }

        ExecutionNumbers.OfMachine now() {
            Map<ExecutionStatus, Long> endedNow = new EnumMap<>(ExecutionStatus.class);
            ended.forEach((status, count) -> endedNow.put(status, count.sum()));
            return new ExecutionNumbers.OfMachine(
                    started.sum(), running.sum(), endedNow, Duration.ofMillis(milliseconds.sum()));
        }
    }

    /** Counts an execution as started; not again, if its start is repeated while it runs. */
    void start(Execution<JsonNode> run) {
        if (follow(run)) {
            of(run).started.increment();
        }
    }

    /** Counts an execution as running until it has ended; returns false if it is already. */
    boolean follow(Execution<JsonNode> run) {
        if (!running.add(run.arn())) {
            return false;
        }
        of(run).running.increment();
        run.outcome().whenComplete((outcome, failure) -> {
            running.remove(run.arn());
            of(run).running.decrement();
            if (failure == null) {
                of(run).end(run.description());
            }
        });
        return true;
    }

    /** Counts a start that was refused, by the name of the error. */
    void refuse(String error) {
        refused.computeIfAbsent(error, name -> new LongAdder()).increment();
    }

    ExecutionNumbers now() {
        return new ExecutionNumbers(
                machines.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, machine -> machine.getValue().now())),
                refused.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, error -> error.getValue().sum())));
    }

    private Counters of(Execution<JsonNode> run) {
        return machines.computeIfAbsent(run.arn().split(":", -1)[MACHINE_IN_ARN], name -> new Counters());
    }
}
