package dev.stepwright.runtime;

import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Starts executions and finds them again. */
final class Executions {
    private final Host host;

    Executions(Host host) {
        this.host = host;
    }

    UUID newId() {
        return host.config.ids().get();
    }

    /**
     * Starts an execution. With the name and the input of one that runs, that one is returned.
     *
     * @param name null for a new name
     * @throws ExecutionAlreadyExistsException if the name is taken otherwise
     */
    ExecutionCell start(Machine machine, @Nullable String name, JsonNode input, @Nullable String inputText) {
        if (host.isClosed()) {
            throw new IllegalStateException("the engine has been closed; start executions before that");
        }
        UUID seed = newId();
        ExecutionHeader header = new ExecutionHeader(identity(machine, name), machine.definition(), input, inputText);
        ExecutionCell cell = new ExecutionCell(host, machine, header);
        ExecutionCell running = host.running.putIfAbsent(header.identity().arn(), cell);
        if (running != null) {
            return same(running, input);
        }
        if (host.config.keepsHistory()) {
            Optional<StoredExecution> existing = host.store.create(header);
            if (existing.isPresent()) {
                host.running.remove(header.identity().arn(), cell);
                throw new ExecutionAlreadyExistsException(header.identity().arn());
            }
        }
        cell.tell(now -> new Stimulus.Started(now, input, inputText, seed));
        return cell;
    }

    private static ExecutionCell same(ExecutionCell running, JsonNode input) {
        if (JsonValues.equal(running.header().input(), input)) {
            return running;
        }
        throw new ExecutionAlreadyExistsException(running.header().identity().arn());
    }

    private ExecutionIdentity identity(Machine machine, @Nullable String name) {
        String given = name == null ? newId().toString() : name;
        String arn = machine.isExpress()
                ? machine.arn().replace(":stateMachine:", ":express:") + ":" + given + ":" + newId()
                : machine.arn().replace(":stateMachine:", ":execution:") + ":" + given;
        return new ExecutionIdentity(
                arn, given, machine.arn(), machine.name(), host.config.roleArn(), host.now(), machine.isExpress());
    }

    /** Takes up executions that were running when an engine before this one stopped. All are there before the first goes on. */
    List<ExecutionCell> recover(Map<String, Machine> machines) {
        List<ExecutionCell> cells = new ArrayList<>();
        machines.forEach((arn, machine) -> {
            ExecutionHeader header = host.store.find(arn).orElseThrow().header();
            ExecutionCell cell = new ExecutionCell(host, machine, header);
            if (host.running.putIfAbsent(arn, cell) == null) {
                cells.add(cell);
            }
        });
        cells.forEach(
                cell -> cell.recover(host.store.batches(cell.header().identity().arn())));
        return cells;
    }

    @Nullable
    ExecutionCell running(String executionArn) {
        return host.cell(executionArn);
    }

    Optional<StoredExecution> find(String executionArn) {
        return host.store.find(executionArn);
    }

    /** Returns an execution, running or ended. */
    Optional<ExecutionDescription> describe(String executionArn) {
        ExecutionCell cell = host.cell(executionArn);
        if (cell != null) {
            ExecutionEnd end = cell.end().isDone() && !cell.end().isCompletedExceptionally()
                    ? cell.end().join()
                    : null;
            return Optional.of(ExecutionDescription.of(new StoredExecution(cell.header(), end)));
        }
        return host.store.find(executionArn).map(ExecutionDescription::of);
    }
}
