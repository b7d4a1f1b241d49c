package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Redrivability;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has executions that have failed go on. Nothing is kept for that but what the store has: the state is made anew from it. */
final class Redrives {
    /** So long the same token stands for the same redrive. */
    private static final Duration TOKEN_VALID = Duration.ofMinutes(15);

    private final Host host;

    Redrives(Host host) {
        this.host = host;
    }

    /**
     * An execution that has been redriven.
     *
     * @param cell null if it has ended again since: the request is a repeated one
     */
    record Redriven(Redrive redrive, @Nullable ExecutionCell cell) {}

    /**
     * Has an execution go on from where it failed. When this returns, that cannot be lost any more.
     *
     * @param clientToken with the token of a redrive of the last 15 minutes, that one is returned
     * @throws ExecutionDoesNotExistException if there is no such execution
     * @throws ExecutionNotRedrivableException if it cannot be redriven, or its machine is not registered or cannot be run any more
     * @throws ExecutionLimitExceededException if the engine has as much in hand as it may
     * @throws IllegalStateException if the engine has been closed, or the redrive could not be stored
     */
    Redriven redrive(String arn, @Nullable String clientToken) {
        host.checkOpen("redrive executions before you close it");
        StoredExecution found = host.store.find(arn).orElseThrow(() -> new ExecutionDoesNotExistException(arn));
        ExecutionCell running = host.cell(arn);
        if (running == null) {
            if (found.redrive() == null || !isRepeated(found.redrive(), clientToken)) {
                checkEnded(found);
            }
            host.gate.admit();
            ExecutionCell cell = new ExecutionCell(host, machineOf(found), found, Beginning.REDRIVE);
            running = host.add(cell);
            if (running == null) {
                return begin(cell, clientToken);
            }
        }
        if (!running.isUnderWay()) {
            return redrive(arn, clientToken); // what the store has of it counts
        }
        Redrive redrive = running.redrive();
        if (redrive == null || !isRepeated(redrive, clientToken)) {
            throw running();
        }
        return new Redriven(redrive, running);
    }

    private Machine machineOf(StoredExecution execution) {
        try {
            return host.machines.of(execution.header());
        } catch (IllegalStateException e) {
            throw new ExecutionNotRedrivableException(e);
        }
    }

    private static ExecutionNotRedrivableException running() {
        return new ExecutionNotRedrivableException(
                "Execution is " + ExecutionStatus.RUNNING + " and cannot be redriven");
    }

    /** What can never be redriven is refused before anybody sees it as running. */
    private void checkEnded(StoredExecution execution) {
        ExecutionEnd end = execution.end();
        ExecutionIdentity identity = execution.header().identity();
        new Redrivability(
                        end == null ? ExecutionStatus.RUNNING : end.status(),
                        identity.startTime(),
                        end == null ? null : end.time(),
                        0)
                .refusal(host.config.limitsOf(identity.isExpress()), host.now())
                .ifPresent(reason -> {
                    throw new ExecutionNotRedrivableException(reason);
                });
    }

    /** From here on nobody else can redrive it; what is found in the store now counts. */
    private Redriven begin(ExecutionCell cell, @Nullable String clientToken) {
        Redrive before = before(cell);
        if (before != null && isRepeated(before, clientToken)) {
            cell.letGo(new IllegalStateException("the redrive was repeated, and the execution has ended again"));
            return new Redriven(before, null);
        }
        Redrive redrive = cell.redrive(clientToken);
        host.await(cell.created());
        return new Redriven(redrive, cell);
    }

    private @Nullable Redrive before(ExecutionCell cell) {
        try {
            return host.store
                    .find(cell.header().identity().arn())
                    .map(StoredExecution::redrive)
                    .orElse(null);
        } catch (RuntimeException | Error e) {
            cell.letGo(e);
            throw e;
        }
    }

    private boolean isRepeated(Redrive redrive, @Nullable String clientToken) {
        return clientToken != null
                && clientToken.equals(redrive.clientToken())
                && !host.now().isAfter(redrive.time().plus(TOKEN_VALID));
    }

    /** Returns why an execution cannot be redriven; empty if it can. */
    Optional<String> refusal(ExecutionDescription execution) {
        boolean hasFailed =
                execution.status() != ExecutionStatus.RUNNING && execution.status() != ExecutionStatus.SUCCEEDED;
        String arn = execution.identity().arn();
        long lastEvent = !hasFailed
                ? 0
                : host.histories.before(arn, 0, 1).stream()
                        .mapToLong(entry -> entry.id())
                        .findFirst()
                        .orElse(0);
        return new Redrivability(execution.status(), execution.identity().startTime(), execution.stopTime(), lastEvent)
                .refusal(host.config.limitsOf(execution.identity().isExpress()), host.now());
    }
}
