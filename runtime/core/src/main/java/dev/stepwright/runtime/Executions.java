package dev.stepwright.runtime;

import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
     * @throws IllegalArgumentException if the name cannot be one, or the input is too large, nested too deep, or refused by the machine's check
     * @throws ExecutionLimitExceededException if the engine has as much in hand as it may
     */
    ExecutionCell start(Machine machine, StartRequest request) {
        return startFor(null, machine, request);
    }

    /**
     * Like {@link #start(Machine, StartRequest)}, for a task that is to find the execution again.
     *
     * @param attemptId of the task; null if it need not
     */
    ExecutionCell startFor(@Nullable String attemptId, Machine machine, StartRequest request) {
        return start(attemptId, machine, request, ExecutionCell::begin);
    }

    boolean isOpen() {
        return host.isOpen();
    }

    /** Has something done on a thread of the engine after a pause. */
    TimeSource.Alarm later(Runnable action) {
        return host.time.after(
                Workplace.PAUSE,
                () -> host.execute(() -> {
                    try {
                        action.run();
                    } finally {
                        host.done();
                    }
                }));
    }

    /** Starts an execution and advances it on the calling thread, as far as it goes without waiting for anything. */
    ExecutionCell startHere(Machine machine, StartRequest request) {
        return start(null, machine, request, ExecutionCell::beginHere);
    }

    private ExecutionCell start(
            @Nullable String attemptId,
            Machine machine,
            StartRequest request,
            BiConsumer<ExecutionCell, Mailbox.Message> beginning) {
        host.checkOpen("start executions before you close it");
        checkInput(machine, request.input());
        UUID seed = newId();
        ExecutionHeader header = new ExecutionHeader(
                identity(machine, request),
                machine.definition(),
                request.input(),
                request.inputText(),
                request.note(),
                attemptId);
        if (host.cell(header.identity().arn()) == null) {
            host.gate.admit();
        }
        ExecutionCell cell = new ExecutionCell(host, machine, new StoredExecution(header, null), Beginning.START);
        ExecutionCell running = host.add(cell);
        if (running == null) {
            beginning.accept(cell, now -> new Stimulus.Started(now, request.input(), request.inputText(), seed));
            return created(cell, header);
        }
        if (running.isRedriven() && !running.isUnderWay()) {
            return start(attemptId, machine, request, beginning); // what the store has of it counts
        }
        if (!JsonValues.equal(running.header().input(), request.input())) {
            throw new ExecutionAlreadyExistsException(header.identity().arn());
        }
        return created(running, header);
    }

    /** Whoever has asked for an execution is answered once it cannot be lost any more. */
    private ExecutionCell created(ExecutionCell cell, ExecutionHeader asked) {
        try {
            host.await(cell.created());
            return cell;
        } catch (ExecutionAlreadyExistsException e) {
            return earlier(asked).orElseThrow(() -> e);
        }
    }

    /** Returns the execution that has the name already, if that runs with the same input; one that is still to be recovered is taken up. */
    private Optional<ExecutionCell> earlier(ExecutionHeader asked) {
        return host.store
                .find(asked.identity().arn())
                .filter(stored ->
                        stored.end() == null && JsonValues.equal(stored.header().input(), asked.input()))
                .flatMap(new Recovery(host)::one);
    }

    private void checkInput(Machine machine, JsonNode input) {
        Limits limits = host.config.limitsOf(machine.isExpress());
        Optional<String> excess = limits.excessOf(input);
        if (excess.isPresent()) {
            throw new IllegalArgumentException("an execution of " + machine.name() + " cannot start with input "
                    + excess.get() + "; at most " + limits.payloadBytes() + " bytes are allowed");
        }
        machine.checkInput(input);
    }

    private ExecutionIdentity identity(Machine machine, StartRequest request) {
        String name =
                request.name() == null ? newId().toString() : ResourceNames.checked(request.name(), "an execution");
        return new ExecutionIdentity(
                arn(machine, name),
                name,
                machine.arn(),
                machine.name(),
                request.roleArn() == null ? host.config.roleArn() : request.roleArn(),
                startTime(request),
                machine.isExpress(),
                machine.isExpress() && request.isSynchronous(),
                request.versionArn(),
                request.aliasArn());
    }

    private Instant startTime(StartRequest request) {
        Instant now = host.now();
        return request.earliest() == null || now.isAfter(request.earliest()) ? now : request.earliest();
    }

    private String arn(Machine machine, String name) {
        String arn = machine.executionPrefix() + name;
        return machine.isExpress() ? arn + ":" + newId() : arn;
    }

    /** Takes up all executions whose machine is registered. */
    List<ExecutionCell> recover() {
        return new Recovery(host).all();
    }

    /**
     * Returns an execution of a machine, running or ended.
     *
     * @throws ExecutionDoesNotExistException if there is none, or none any more
     * @throws IllegalArgumentException if it is one of another machine
     * @throws IllegalStateException if it is to be recovered first
     */
    ExecutionView of(Machine machine, String nameOrArn) {
        String arn = nameOrArn.startsWith("arn:") ? nameOrArn : machine.executionPrefix() + nameOrArn;
        ExecutionView view = view(arn);
        ExecutionIdentity identity = view.header().identity();
        if (!identity.machineArn().equals(machine.arn())) {
            throw new IllegalArgumentException("the execution " + arn + " belongs to the machine \""
                    + identity.machineName() + "\", not to \"" + machine.name() + "\"");
        }
        return view;
    }

    private ExecutionView view(String arn) {
        ExecutionCell running = created(arn);
        if (running != null) {
            return running;
        }
        StoredExecution stored = host.store.find(arn).orElseThrow(() -> new ExecutionDoesNotExistException(arn));
        if (stored.end() != null) {
            return new EndedExecution(stored, stored.end());
        }
        ExecutionCell begun = created(arn); // it may have been started meanwhile
        if (begun == null) {
            throw Recovery.notTakenUp(arn);
        }
        return begun;
    }

    /** Returns an execution that runs here and cannot be lost any more; null if there is none, or its name turns out to be taken. */
    private @Nullable ExecutionCell created(String arn) {
        ExecutionCell cell = host.cell(arn);
        return cell != null && cell.isUnderWay() ? cell : null;
    }

    /** Stops an execution that is in no Map Run, as {@link Engine#stop} does. */
    boolean stop(String arn, @Nullable String error, @Nullable String cause) {
        Unclaimed unclaimed = new Unclaimed(host);
        ExecutionCell cell = host.cell(arn);
        if (cell == null) {
            try {
                return unclaimed.stop(arn, error, cause);
            } catch (StaleSequenceException e) { // it has been taken up or ended meanwhile
                cell = host.cell(arn);
            }
        }
        if (cell == null) {
            return unclaimed.stop(arn, error, cause);
        }
        CompletableFuture<Boolean> stopped = cell.stop(error, cause);
        if (!stopped.isDone()) {
            return true; // its turn may come late, where the disk is full
        }
        host.await(stopped);
        return stopped.join();
    }

    Following following() {
        return host.following;
    }

    CompletionStage<ExecutionDescription> end(String executionArn) {
        CompletableFuture<ExecutionDescription> end = new CompletableFuture<>();
        host.following.follow(executionArn, (ended, broken) -> {
            if (ended == null) {
                end.completeExceptionally(Objects.requireNonNull(broken, "an execution without an end has a reason"));
            } else {
                end.complete(ExecutionDescription.of(ended));
            }
        });
        return end.minimalCompletionStage();
    }

    /** Returns the execution of a Standard machine by its name; null if there is none. */
    @Nullable
    StoredExecution find(Machine machine, String name) {
        return machine.isExpress() ? null : host.store.find(arn(machine, name)).orElse(null);
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
