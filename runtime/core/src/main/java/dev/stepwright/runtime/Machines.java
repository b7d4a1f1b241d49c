package dev.stepwright.runtime;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.planning.Planner;
import dev.stepwright.runtime.store.ExecutionHeader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The machines that are registered with an engine, and the plans of definitions, theirs and earlier ones. */
final class Machines {
    private final EngineConfig config;
    private final Map<String, Machine> registered = new ConcurrentHashMap<>();

    /** What else definitions call machines, with their ARNs. */
    private final Map<String, String> aliases = new ConcurrentHashMap<>();

    Machines(EngineConfig config) {
        this.config = config;
    }

    /** Makes a machine known, or gives a known one another form. */
    void register(Machine machine) {
        registered.put(machine.arn(), machine);
    }

    void remove(String arn) {
        registered.remove(arn);
    }

    /** Has definitions mean a machine by something else than its ARN, too. */
    void call(String reference, Machine machine) {
        aliases.put(reference, machine.arn());
    }

    /** Returns the machine with this ARN; null if none is registered. */
    @Nullable
    Machine find(String arn) {
        return registered.get(arn);
    }

    /** Returns the machine that a definition means, by its ARN or by what else it is called; null if there is none. */
    @Nullable
    Machine meantBy(String reference) {
        return find(aliases.getOrDefault(reference, reference));
    }

    /**
     * Returns the machine of an execution: the execution keeps the definition it was started with, and has its tasks done by those who do them for
     * its machine now.
     *
     * @throws IllegalStateException if the machine is not registered, or the definition cannot be run
     */
    Machine of(ExecutionHeader header) {
        Machine machine = find(header.identity().machineArn());
        if (machine == null) {
            throw new IllegalStateException(header.identity().arn() + " cannot go on: register its machine \""
                    + header.identity().machineName() + "\" first");
        }
        try {
            return machine.definition().equals(header.definition())
                    ? machine
                    : machine.with(header.definition(), planStored(header));
        } catch (InvalidDefinitionException e) {
            throw new IllegalStateException(header.identity().arn() + " cannot go on: " + e.getMessage(), e);
        }
    }

    /** @throws InvalidDefinitionException if the definition cannot be run; it tells all reasons */
    Plan plan(String name, StateMachineDefinition definition) {
        return plan(name, Planner.plan(definition, config.iteratesObjects()));
    }

    /** Like {@link #plan}, for a machine that is to be an Express one. */
    Plan planExpress(String name, StateMachineDefinition definition) {
        return plan(name, Planner.planExpress(definition, config.iteratesObjects()));
    }

    /** Like {@link #plan}, for the definition by which an execution was started. */
    private Plan planStored(ExecutionHeader header) {
        return plan(header.identity().machineName(), Planner.planStored(header.definition(), config.iteratesObjects()));
    }

    private static Plan plan(String name, Planner.Result planned) {
        Plan plan = planned.plan();
        if (plan == null) {
            throw new InvalidDefinitionException(name, planned.problems());
        }
        return plan;
    }

    /** Returns an execution before its first stimulus, with the plan that its machine has for its definition, or a new one. */
    ExecutionState blank(ExecutionHeader header, boolean keepsEvents) {
        Machine machine = find(header.identity().machineArn());
        if (machine != null && machine.definition().equals(header.definition())) {
            return blank(header.identity(), machine.plan(), keepsEvents);
        }
        Plan plan = planStored(header);
        return blank(
                header.identity(),
                machine == null ? plan : plan.asking(machine.plan().taskCheck()),
                keepsEvents);
    }

    /** Returns an execution before its first stimulus. */
    ExecutionState blank(ExecutionIdentity identity, Plan plan, boolean keepsEvents) {
        return ExecutionState.create(plan, identity, config.limitsOf(identity.isExpress()), keepsEvents)
                .withExpressLimits(config.limitsOf(true));
    }
}
