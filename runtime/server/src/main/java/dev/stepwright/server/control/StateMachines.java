package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The state machines that there are. Every change of one machine is atomic. */
final class StateMachines {
    private final ConcurrentMap<String, StateMachine> byArn = new ConcurrentHashMap<>();
    private final KeptMachines kept;

    /** Begins with the machines that were kept. Every change is kept before it is seen. */
    StateMachines(KeptMachines kept) {
        this.kept = kept;
        byArn.putAll(kept.all());
    }

    private StateMachine keep(@Nullable StateMachine before, StateMachine machine) {
        if (!machine.equals(before)) {
            kept.put(machine);
        }
        return machine;
    }

    private @Nullable StateMachine gone(StateMachine machine) {
        kept.remove(machine.arn());
        return null;
    }

    Stream<StateMachine> all() {
        return byArn.values().stream();
    }

    Optional<StateMachine> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** Returns the machine that an ARN, of itself or of something of it, names. */
    StateMachine of(MachineArn arn) {
        return find(arn.machine()).orElseThrow(() -> ApiError.stateMachineDoesNotExist(arn.text()));
    }

    /** Adds a machine, or does something about the one that is already there. */
    StateMachine addOr(String arn, Supplier<StateMachine> fresh, UnaryOperator<StateMachine> existing) {
        return byArn.compute(
                arn, (key, there) -> keep(there, there == null ? fresh.get() : existing.apply(alive(there))));
    }

    /**
     * Changes a machine.
     *
     * @throws ApiError {@code StateMachineDoesNotExist}, {@code StateMachineDeleting}, or what the change throws
     */
    StateMachine change(MachineArn arn, UnaryOperator<StateMachine> change) {
        return changeAny(arn, machine -> change.apply(alive(machine)));
    }

    /** Like {@link #change}, for what may be changed even while the machine is about to go. */
    StateMachine changeAny(MachineArn arn, UnaryOperator<StateMachine> change) {
        return byArn.compute(arn.machine(), (key, there) -> {
            if (there == null) {
                throw ApiError.stateMachineDoesNotExist(arn.text());
            }
            return keep(there, change.apply(there));
        });
    }

    /** Removes a machine, or marks it while it still has executions; does nothing where there is none. */
    void delete(String arn, boolean isIdle) {
        byArn.computeIfPresent(arn, (key, there) -> isIdle ? gone(there) : keep(there, there.deleting()));
    }

    /** Removes a marked machine whose last execution has ended. */
    void forget(StateMachine machine) {
        byArn.computeIfPresent(
                machine.arn(),
                (key, there) -> there.key().equals(machine.key()) && there.isDeleting() ? gone(there) : there);
    }

    /**
     * Returns a machine that is not about to go.
     *
     * @throws ApiError {@code StateMachineDeleting}
     */
    static StateMachine alive(StateMachine machine) {
        if (machine.isDeleting()) {
            throw ApiError.of("StateMachineDeleting", "State Machine is being deleted: '" + machine.arn() + "'");
        }
        return machine;
    }
}
