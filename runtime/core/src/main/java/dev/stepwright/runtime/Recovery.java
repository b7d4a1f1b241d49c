package dev.stepwright.runtime;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up executions that were running when an engine before this one stopped. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** So many are read at a time. */
    private static final int PAGE = 64;

    private final Host host;

    /** What has been found for the definitions of executions. */
    private final Map<StateMachineDefinition, Machine> known = new IdentityHashMap<>();

    Recovery(Host host) {
        this.host = host;
    }

    /**
     * Takes up all whose machine is registered. All are there before the first goes on, and when this returns, all tokens hold again.
     *
     * @return those that run again, the oldest first
     */
    List<ExecutionCell> all() {
        List<String> arns = host.store.running().stream()
                .filter(arn -> host.cell(arn) == null)
                .toList();
        List<StoredExecution> found = // all, before any runs here: the store may fail meanwhile
                pages(arns).stream().flatMap(page -> find(page).stream()).toList();
        List<ExecutionCell> cells =
                found.stream().flatMap(execution -> cell(execution).stream()).toList();
        Set<ExecutionCell> rebuilt = Collections.newSetFromMap(Collections.synchronizedMap(new IdentityHashMap<>()));
        host.await(each(pages(cells), page -> rebuild(page, rebuilt)));
        List<ExecutionCell> inOrder = cells.stream().filter(rebuilt::contains).toList();
        resume(inOrder);
        if (!arns.isEmpty()) {
            LOG.info("{} of {} running executions have been taken up", inOrder.size(), arns.size());
        }
        return inOrder;
    }

    private static <T> List<List<T>> pages(List<T> all) {
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PAGE) {
            pages.add(all.subList(from, Math.min(all.size(), from + PAGE)));
        }
        return pages;
    }

    /** Returns executions in the order of their ARNs. */
    private List<StoredExecution> find(List<String> arns) {
        List<StoredExecution> found = new ArrayList<>();
        try {
            found.addAll(host.store.findAll(arns));
        } catch (UnreadableException e) { // one of them is damaged; the others are not
            arns.forEach(arn -> findAlone(arn).ifPresent(found::add));
        }
        Map<String, Integer> places = new HashMap<>();
        arns.forEach(arn -> places.put(arn, places.size()));
        found.sort(Comparator.comparing(
                execution -> places.get(execution.header().identity().arn())));
        return found;
    }

    private Optional<StoredExecution> findAlone(String arn) {
        try {
            return host.store.find(arn);
        } catch (UnreadableException e) {
            LOG.error("{} is not recovered", arn, e);
            return Optional.empty();
        }
    }

    /** Has an execution run here, and wait; empty if it cannot, does already, or has ended meanwhile. */
    private Optional<ExecutionCell> cell(StoredExecution execution) {
        Machine machine = machineOf(execution.header());
        if (machine == null || execution.end() != null) {
            return Optional.empty();
        }
        ExecutionCell cell = new ExecutionCell(host, machine, execution, Beginning.RECOVERY);
        return host.add(cell) == null ? Optional.of(cell) : Optional.empty();
    }

    /** Like {@link Machines#of}; null, and a line in the log, if there is none. */
    private @Nullable Machine machineOf(ExecutionHeader header) {
        String arn = header.identity().machineArn();
        if (host.machines.find(arn) == null) {
            LOG.warn(
                    "{} is not recovered: register its machine \"{}\" first",
                    header.identity().arn(),
                    header.identity().machineName());
            return null;
        }
        Machine its = known.get(header.definition());
        if (its == null || !its.arn().equals(arn)) {
            try {
                its = host.machines.of(header);
            } catch (IllegalStateException e) {
                LOG.error("{} is not recovered", header.identity().arn(), e); // others are
                return null;
            }
            known.put(header.definition(), its);
        }
        return its;
    }

    private void rebuild(List<ExecutionCell> page, Set<ExecutionCell> rebuilt) {
        Map<String, Resumption> stored = resumptions(page);
        for (ExecutionCell cell : page) {
            if (cell.rebuild(stored.get(cell.header().identity().arn()))) {
                rebuilt.add(cell);
            }
        }
    }

    /** Returns what could be read at one time; each of the others finds out by itself what is wrong. */
    private Map<String, Resumption> resumptions(List<ExecutionCell> page) {
        if (page.size() == 1) {
            return Map.of();
        }
        try {
            return host.store.resumptions(
                    page.stream().map(cell -> cell.header().identity().arn()).toList());
        } catch (RuntimeException | Error e) { // there may be no memory for all of them together
            LOG.debug("executions are read one by one", e);
            return Map.of();
        }
    }

    /** Does something to each page, on the threads of the engine; as long as what is on it runs here. */
    private CompletableFuture<Void> each(List<List<ExecutionCell>> pages, Consumer<List<ExecutionCell>> action) {
        return CompletableFuture.allOf(pages.stream()
                .map(page -> {
                    CompletableFuture<Void> done = new CompletableFuture<>();
                    host.execute(() -> {
                        try {
                            action.accept(page);
                        } finally {
                            done.complete(null);
                            host.done();
                        }
                    });
                    // the engine may be closed meanwhile
                    return CompletableFuture.anyOf(
                            done,
                            CompletableFuture.allOf(page.stream()
                                    .map(cell -> cell.end().handle((end, reason) -> null))
                                    .toArray(CompletableFuture[]::new)));
                })
                .toArray(CompletableFuture[]::new));
    }

    /**
     * Returns an execution as it runs here; one that only the store has running is taken up.
     *
     * @return empty if there is none of that ARN, or it has ended
     * @throws IllegalStateException if it cannot be taken up
     */
    Optional<ExecutionCell> running(String arn) {
        ExecutionCell cell = host.cell(arn);
        if (cell != null && cell.isUnderWay()) {
            return Optional.of(cell);
        }
        return host.store
                .find(arn)
                .filter(stored -> stored.end() == null)
                .map(stored -> one(stored).orElseThrow(() -> notTakenUp(arn)));
    }

    /** Takes up one that is running in the store, if that is possible. */
    Optional<ExecutionCell> one(StoredExecution stored) {
        Machine machine;
        try {
            machine = host.machines.of(stored.header());
        } catch (IllegalStateException e) { // it cannot be run any more and stays as it is; recover() says so
            return Optional.empty();
        }
        ExecutionCell cell = new ExecutionCell(host, machine, stored, Beginning.RECOVERY);
        ExecutionCell running = host.add(cell);
        if (running != null) {
            host.await(running.created());
            return Optional.of(running);
        }
        if (!cell.rebuild(null)) {
            return Optional.empty();
        }
        resume(List.of(cell));
        return Optional.of(cell);
    }

    /** Returns what to tell of an execution that is running in the store and could not be taken up. */
    static IllegalStateException notTakenUp(String arn) {
        return new IllegalStateException(
                "the execution " + arn
                        + " was running when an earlier engine stopped; register its machine and call Engine.recover(). If that does not take it up, the log says why");
    }

    private void resume(List<ExecutionCell> rebuilt) {
        host.time.workBegins(); // a clock that jumps must not do so before the last is in hand
        rebuilt.forEach(host.following::takenUp);
        rebuilt.forEach(cell -> host.execute(cell::resume));
        host.time.workEnds();
    }
}
