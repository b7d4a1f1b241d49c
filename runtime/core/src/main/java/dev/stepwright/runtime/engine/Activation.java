package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.time.Chance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One decision in the making: what it is made from, and the events and commands so far. An execution uses the same one for all its
 * decisions, one after the other; nothing in it outlives a decision.
 */
final class Activation {
    final ExecutionState state;
    final Events events = new Events(this);
    final Aborts aborts = new Aborts(this);
    final MapExecutions executions = new MapExecutions(this);
    final Groups groups = new Groups(this);
    final Tasks tasks = new Tasks(this);
    final Calls calls = new Calls(this);
    final Reads reads = new Reads(this);
    final Writes writes = new Writes(this);
    final Failing failing = new Failing(this);
    final Leaving leaving = new Leaving(this);
    final Redriving redriving = new Redriving(this);
    final Completing completing = new Completing(this);
    final Turns turns = new Turns(this);

    Instant now = Instant.EPOCH;
    private List<Command> commands = List.of();
    private @Nullable Map<Long, String> refusals;
    private final Chance chance = new Chance(0, 0);
    private boolean isChanceSeeded;

    Activation(ExecutionState state) {
        this.state = state;
    }

    /** Returns where the execution's machine is. */
    String region() {
        return Arns.region(state.identity.machineArn());
    }

    void begin(Instant time) {
        now = time;
        events.begin();
        commands = List.of();
        refusals = null;
        isChanceSeeded = false;
    }

    Decision decision() {
        return new Decision(events.kept(), commands, refusals);
    }

    /** Where an execution of a Map Run is over in the middle of a piece of work, all else goes on. */
    void passOn(ExecutionOver over) {
        if (!state.isRunning()) {
            throw over;
        }
    }

    /** Notes what a task of a Map Run was told when its parameters were checked; null if they are right. */
    void checked(OpenTask task, @Nullable String refusal) {
        refusals = refusals == null ? new LinkedHashMap<>() : refusals;
        if (refusal != null) {
            refusals.put(task.id, refusal);
        }
    }

    void command(Command command) {
        if (commands.isEmpty()) {
            commands = List.of(command); // mostly it is the only one
            return;
        }
        if (commands.size() == 1) {
            commands = new ArrayList<>(commands);
        }
        commands.add(command);
    }

    /** Starts a timer; the commands tell its id. */
    OpenTimer startTimer(Instant due, TimerPurpose purpose, @Nullable Frame frame, @Nullable String error) {
        String stateName = frame == null ? null : frame.step.name();
        OpenTimer timer = OpenTimer.of(++state.lastTimer, due, purpose, frame, stateName, error);
        state.timers.put(timer.id(), timer);
        command(timer.start());
        return timer;
    }

    void cancel(@Nullable OpenTimer timer) {
        if (timer != null && state.timers.remove(timer.id()) != null) {
            command(new Command.CancelTimer(timer.id()));
        }
    }

    /** Returns in what a value exceeds what is allowed; null if in nothing. */
    @Nullable
    String excess(JsonNode value) {
        return PayloadSize.excess(value, state.limits.payloadBytes());
    }

    /**
     * Returns an input that a state has made for its task, branch or item.
     *
     * @throws InputTooLarge if it is larger than allowed
     */
    @SuppressWarnings("ReferenceEquality") // the state's own input has been measured where it came from
    JsonNode allowed(Frame frame, JsonNode input) {
        String excess = input == frame.input ? null : excess(input);
        if (excess != null) {
            throw new InputTooLarge(ExecutionError.inputTooLarge(frame.step.name(), excess));
        }
        return input;
    }

    Bindings bindings(Frame frame) {
        return new Bindings(frame.input, frame, frame, null, null, chance(), now);
    }

    Chance chance() {
        if (!isChanceSeeded) {
            seed().restart(chance, state.stimuli);
            isChanceSeeded = true;
        }
        return chance;
    }

    private ExecutionSeed seed() {
        if (state.seed == null) {
            throw new IllegalStateException("the execution " + state.identity.arn() + " has not been started");
        }
        return state.seed;
    }
}
