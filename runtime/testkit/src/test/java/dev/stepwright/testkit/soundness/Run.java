package dev.stepwright.testkit.soundness;

import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.StateKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution that has ended.
 *
 * @param asked what the tasks have been given, by the names of their states; those of items that run as executions of their own, which leave
 *     no history, too
 * @param results what the tasks have given, by the names of their states
 * @param owners the states around each state, by their names; without those of the outermost scope
 */
record Run(
        JsonNode input,
        Map<String, List<JsonNode>> asked,
        Map<String, List<JsonNode>> results,
        List<HistoryEntry> history,
        Outcome<JsonNode> outcome,
        Map<String, String> owners) {
    private static final Set<StateKind> WORKING = EnumSet.of(StateKind.TASK, StateKind.PARALLEL, StateKind.MAP);

    /** Returns the event that led to another one; null for the first. A failed evaluation names what led to its state instead. */
    @Nullable
    HistoryEntry before(HistoryEntry entry) {
        if (entry.event() instanceof Event.EvaluationFailed failed) {
            for (int i = (int) entry.id() - 2; i >= 0; i--) {
                if (history.get(i).event() instanceof Event.StateEntered entered
                        && entered.name().equals(failed.state())) {
                    return history.get(i);
                }
            }
        }
        return entry.previousId() == 0 ? null : history.get((int) entry.previousId() - 1);
    }

    /** Returns the event by which the state was entered that an event leaves. */
    HistoryEntry entered(HistoryEntry exit, String state) {
        HistoryEntry at = exit;
        while (!(at.event() instanceof Event.StateEntered entered
                && entered.name().equals(state))) {
            at = Objects.requireNonNull(before(at), state);
        }
        return at;
    }

    /** Returns the variables that are there when a state is entered: those of the state before it or of the one around it. */
    Map<String, JsonNode> variables(HistoryEntry entry, String state) {
        HistoryEntry before = before(entry);
        if (before != null && before.event() instanceof Event.StateExited exited) {
            Map<String, JsonNode> variables = variables(entered(before, exited.name()), exited.name());
            variables.putAll(exited.assigned());
            return variables;
        }
        String owner = owners.get(state);
        return owner == null ? new HashMap<>() : variables(entered(entry, owner), owner);
    }

    /** Returns the state that was entered last; where an execution fails, mostly the one that it fails in. */
    Optional<String> lastEntered() {
        return history.stream()
                .flatMap(entry -> entry.event() instanceof Event.StateEntered entered
                        ? Stream.of(entered.name())
                        : Stream.empty())
                .reduce((before, after) -> after);
    }

    /** Returns whether a state was left by a catch rule; one whose work could not even begin is left from where it was entered. */
    boolean isCaught(HistoryEntry exit) {
        HistoryEntry before = before(exit);
        return before != null
                && (before.event() instanceof Event.TaskFailed
                        || before.event() instanceof Event.TaskSubmitFailed
                        || before.event() instanceof Event.TaskTimedOut
                        || before.event() instanceof Event.EvaluationFailed
                        || before.event() instanceof Event.StateFailed
                        || before.event() instanceof Event.StateEntered entered && WORKING.contains(entered.kind()));
    }
}
