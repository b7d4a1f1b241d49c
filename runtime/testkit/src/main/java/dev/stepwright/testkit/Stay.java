package dev.stepwright.testkit;

import dev.stepwright.diagram.course.Visit;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.StateKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** A state from when it is entered to when it is left. */
final class Stay {
    final Strand strand;
    final String state;
    final Event.StateEntered entered;

    /** The tasks that it had done, one for each attempt. */
    final List<RecordedTask> tasks = new ArrayList<>();

    /** The branches or iterations of a Parallel or Map, by their round and which they are. */
    final Map<String, Strand> strands = new LinkedHashMap<>();

    /** How often the branches of a Parallel or the iterations of a Map have been begun. */
    int rounds;

    /** How many items a Map has begun with last. */
    int items;

    Event.@Nullable StateExited exited;

    /** The error that it has failed with last, by itself or by a task; null if none. */
    @Nullable
    String error;

    private boolean hasFailed;

    private final Visit visit;
    private final int number;

    /** When it was entered. */
    final Instant begin;

    /** When it was left, or entered while it has not been. */
    Instant end;

    Stay(Strand strand, Visit visit, Event.StateEntered entered, Instant begin) {
        this.begin = begin;
        this.end = begin;
        this.strand = strand;
        this.visit = visit;
        this.state = entered.name();
        this.entered = entered;
        this.number = strand.visitsOf(state);
    }

    /** Returns what is the same for this stay in another execution of the machine. */
    String place() {
        return strand.key() + "/" + state + "#" + number;
    }

    /** Returns what the reader calls it. */
    String label() {
        return '"' + state + '"' + (number == 1 ? "" : " (visit " + number + ")") + visit.where();
    }

    JsonNode input() {
        return entered.input();
    }

    /** Returns what it gave; missing if it has not been left. */
    JsonNode output() {
        return exited == null ? MissingNode.getInstance() : exited.output();
    }

    /** Returns the variables that it has assigned. */
    JsonNode variables() {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        return exited == null ? variables : variables.setAll(exited.assigned());
    }

    /** Returns whether it has ended what it is part of, by its error. */
    boolean hasFailed() {
        return exited == null && (hasFailed || entered.kind() == StateKind.FAIL);
    }

    /** Returns whether a catcher has taken its error. */
    boolean isCaught() {
        return exited != null && hasFailed;
    }

    /** Returns whether it was in work when what it is part of came to an end. */
    boolean isCutOff() {
        return exited == null && !hasFailed();
    }

    /** It has failed; what follows may be a retry. */
    void fail(@Nullable String name) {
        hasFailed = true;
        error = name;
    }

    /** It begins its work, once more maybe. */
    void begin() {
        hasFailed = false;
    }

    /** Adds an event of a task. */
    void add(HistoryEntry entry) {
        if (entry.event() instanceof Event.TaskScheduled scheduled) {
            begin();
            tasks.add(new RecordedTask(this, tasks.size() + 1, entry.time(), scheduled));
        } else if (!tasks.isEmpty()) {
            RecordedTask task = tasks.get(tasks.size() - 1);
            task.course().add(entry);
            task.end()
                    .filter(end -> !(end instanceof Event.TaskSucceeded))
                    .ifPresent(end -> fail(RecordedTask.error(end)));
        }
    }
}
