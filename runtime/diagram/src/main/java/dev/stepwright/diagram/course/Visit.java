package dev.stepwright.diagram.course;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.StateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A state from when it is entered to when it is left. */
public final class Visit {
    final String name;
    final StateKind kind;
    final @Nullable Visit parent;
    final List<Visit> inside = new ArrayList<>();
    Fate fate = Fate.RUNNING;
    boolean hasFailed;
    int attempts;

    @Nullable
    String error;

    /** The number of the iteration that the state is in, if its Map is the one around it; null if it is in none. */
    final @Nullable Integer iteration;

    private final long id;
    private final JsonNode input;
    private final int round;
    private final Instant start;
    private Duration time = Duration.ZERO;

    /**
     * @param entry with which the state is entered
     * @param parent the Parallel or Map that the state is in, or null
     */
    Visit(Event.StateEntered entered, HistoryEntry entry, @Nullable Visit parent, @Nullable Integer iteration) {
        this.name = entered.name();
        this.kind = entered.kind();
        this.input = entered.input();
        this.id = entry.id();
        this.start = entry.time();
        this.parent = parent;
        this.iteration = iteration;
        this.round = parent == null ? 0 : parent.attempts;
        if (parent != null) {
            parent.inside.add(this);
        }
    }

    /** Returns the name of the state. */
    public String name() {
        return name;
    }

    /** Returns the visit of the Parallel or Map that the state is in; empty for a state of the machine itself. */
    public Optional<Visit> parent() {
        return Optional.ofNullable(parent);
    }

    /** Returns in which attempt of its Parallel or Map the state was entered: 1, then one more for each retry; 0 for a state of the machine itself. */
    public int round() {
        return round;
    }

    /** Returns what the reader calls it: {@code "Price" in iteration 2 of "Each"}. The first iteration is 0. */
    public String label() {
        return '"' + name + '"' + where();
    }

    /** Returns in which iterations the state is, as {@link #label} has it; empty if it is in none. */
    public String where() {
        return parent == null
                ? ""
                : (iteration == null ? "" : " in iteration " + iteration + " of \"" + parent.name + "\"")
                        + parent.where();
    }

    /** Returns what the state was entered with. */
    public JsonNode input() {
        return input;
    }

    /** Returns its label and the beginning of its input, on one line. */
    @Override
    public String toString() {
        return label().replaceAll("\\p{Cc}+", " ") + ", entered with " + JsonText.excerpt(input);
    }

    /** Returns the id of the event with which the state was entered. */
    public long id() {
        return id;
    }

    /** Returns when the state was entered. */
    public Instant start() {
        return start;
    }

    /** Returns when it was left, or stopped; empty if it has not ended. */
    public Optional<Instant> end() {
        return isOpen() ? Optional.empty() : Optional.of(start.plus(time));
    }

    /** Returns how it has ended, if it has. */
    public Fate fate() {
        return fate;
    }

    /** Returns how often its work was begun once more. */
    public int retries() {
        return Math.max(0, attempts - 1);
    }

    boolean isOpen() {
        return fate == Fate.RUNNING;
    }

    void end(Fate how, Instant at) {
        if (isOpen()) {
            fate = how;
            time = Duration.between(start, at);
        }
    }

    /** The visit goes on after all. */
    void reopen() {
        fate = Fate.RUNNING;
    }

    /** The execution is redriven: what had not come to its end goes on, unless the state around it did so without it. */
    void redrive() {
        boolean isUnfinished = fate == Fate.FAILED || fate == Fate.STOPPED;
        if (isUnfinished && (parent == null || parent.isOpen() && parent.attempts == round)) {
            reopen();
            hasFailed = false;
            if (parent != null) {
                parent.inside.add(this);
            }
        }
    }

    /** Ends all that is in work within this state. */
    void stopInside(Instant at) {
        for (Visit visit : inside) {
            if (visit.isOpen()) {
                visit.stopInside(at);
                visit.end(Fate.STOPPED, at);
            }
        }
        inside.clear();
    }

    StateCourse course() {
        return new StateCourse(Map.of(fate, 1), retries(), time, time, error);
    }
}
