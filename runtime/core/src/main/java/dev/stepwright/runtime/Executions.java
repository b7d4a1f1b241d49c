package dev.stepwright.runtime;

import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
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
     * @throws ExecutionAlreadyExistsException if the name is taken otherwise
     * @throws IllegalArgumentException if the input is too large or nested too deep
     */
    ExecutionCell start(Machine machine, StartRequest request) {
        return start(machine, request, ExecutionCell::tell);
    }

    /** Starts an execution and advances it on the calling thread, as far as it goes without waiting for anything. */
    ExecutionCell startHere(Machine machine, StartRequest request) {
        return start(machine, request, ExecutionCell::tellAndRun);
    }

    private ExecutionCell start(
            Machine machine, StartRequest request, BiConsumer<ExecutionCell, Mailbox.Message> teller) {
        if (host.isClosed()) {
            throw new IllegalStateException("the engine has been closed; start executions before that");
        }
        checkInput(machine, request.input());
        UUID seed = newId();
        ExecutionHeader header = new ExecutionHeader(
                identity(machine, request), machine.definition(), request.input(), request.inputText());
        ExecutionCell cell = new ExecutionCell(host, machine, header);
        ExecutionCell running = host.running.putIfAbsent(header.identity().arn(), cell);
        if (running != null) {
            return same(running, request.input());
        }
        if (machine.keepsHistory(host.config)) {
            Optional<StoredExecution> existing = host.store.create(header);
            if (existing.isPresent()) {
                host.running.remove(header.identity().arn(), cell);
                throw new ExecutionAlreadyExistsException(header.identity().arn());
            }
        }
        teller.accept(cell, now -> new Stimulus.Started(now, request.input(), request.inputText(), seed));
        return cell;
    }

    private void checkInput(Machine machine, JsonNode input) {
        Limits limits = host.config.limitsOf(machine.isExpress());
        Optional<String> excess = limits.excessOf(input);
        if (excess.isPresent()) {
            throw new IllegalArgumentException("an execution of " + machine.name() + " cannot start with an input "
                    + excess.get() + "; at most " + limits.payloadBytes() + " bytes are allowed");
        }
    }

    private static ExecutionCell same(ExecutionCell running, JsonNode input) {
        if (JsonValues.equal(running.header().input(), input)) {
            return running;
        }
        throw new ExecutionAlreadyExistsException(running.header().identity().arn());
    }

    private ExecutionIdentity identity(Machine machine, StartRequest request) {
        String name = request.name() == null ? newId().toString() : request.name();
        return new ExecutionIdentity(
                arn(machine, name),
                name,
                machine.arn(),
                machine.name(),
                request.roleArn() == null ? host.config.roleArn() : request.roleArn(),
                host.now(),
                machine.isExpress(),
                request.versionArn(),
                request.aliasArn());
    }

    private String arn(Machine machine, String name) {
        String arn = machine.executionPrefix() + name;
        return machine.isExpress() ? arn + ":" + newId() : arn;
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
            return Optional.of(cell.description());
        }
        return host.store.find(executionArn).map(ExecutionDescription::of);
    }
}
