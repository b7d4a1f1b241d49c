package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.ScopePlan;
import dev.stepwright.runtime.plan.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * One thread of control in one scope: of the machine, of a branch, of an iteration. It gives the expressions of its state the context
 * object and the variables.
 */
final class Frame implements Supplier<JsonNode>, Function<String, @Nullable JsonNode> {
    /** What the frame does when it is its turn. */
    enum Mode {
        /** Enter the state. */
        ENTER,
        /** Do the state's work: on entering and on every retry. */
        WORK,
        /** Leave the state: its result is there. */
        FINISH,
        /** Nothing: it waits for a task, a timer, its children. */
        BLOCKED,
        /** Never anything again. */
        CLOSED
    }

    final ScopePlan scope;
    final Lineage lineage;
    /** The group that the frame belongs to; null for the machine's own. */
    final @Nullable Group group;
    /** The position of the branch or item in its group. */
    final int index;

    Mode mode = Mode.ENTER;
    /** With what a redrive begins if the frame was closed before it had come to its end. */
    Mode again = Mode.WORK;

    Step step;
    /** The raw input of the state. */
    JsonNode input;
    /** Whether it waits for its turn in a Map Run that was redriven. */
    boolean awaitsRedrive;
    /** Whether the input of an iteration is made only when it begins. */
    boolean awaitsInput;
    /** A number of bytes that is enough for the input, see {@link PayloadSize#bound}. */
    long inputBound = PayloadSize.UNKNOWN;
    /** The result that {@link Mode#FINISH} leaves with. */
    JsonNode result = NullNode.getInstance();
    /** A number of bytes that is enough for the result, put where the state puts it, see {@link PayloadSize#added}. */
    long resultBound = PayloadSize.UNKNOWN;

    Instant enteredTime = Instant.EPOCH;
    long enteredEvent;
    /** The event that led to this state. */
    long eventBefore;
    /** The last event of this frame. */
    long lastEvent;
    /** The event that the exit of a Parallel or Map points at; 0 where it is the last event. */
    long exitFrom;
    /** Whether the last event tells the failure of a task. */
    boolean hasTaskFailureEvent;
    /** Whether a branch or iteration has failed in this attempt. */
    boolean hasFailedChild;

    int retryCount;
    int @Nullable [] attempts;

    @Nullable
    OpenTask task;

    @Nullable
    OpenTimer timer;

    @Nullable
    OpenCall call;

    /** What the state, a distributed Map, has started; null before, and once a redrive would have it start another. */
    @Nullable
    OpenMapRun mapRun;

    @Nullable
    Group children;

    /** The branches or iterations with which the state has failed, for a redrive; null if it has not, or something has recovered from it. */
    @Nullable
    Group failedChildren;

    @Nullable
    MapItem item;

    /** The item that the Map's {@code ItemSelector} makes an input of, as long as it does. */
    @Nullable
    MapItem selected;

    private @Nullable Map<String, JsonNode> variables;

    Frame(ScopePlan scope, Lineage lineage, @Nullable Group group, int index, JsonNode input, long lastEvent) {
        this.scope = scope;
        this.lineage = lineage;
        this.group = group;
        this.index = index;
        this.step = scope.start();
        this.input = input;
        this.lastEvent = lastEvent;
    }

    /** Returns the value of a variable of this scope or of one around it; null if it is not assigned. */
    @Nullable
    JsonNode variable(String name) {
        for (Frame frame = this; frame != null; frame = frame.outer()) {
            JsonNode value = frame.variables == null ? null : frame.variables.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Returns the context object. */
    @Override
    public JsonNode get() {
        return ContextObject.of(this);
    }

    @Override
    public @Nullable JsonNode apply(String name) {
        return variable(name);
    }

    void assign(JsonNode values) {
        if (variables == null) {
            variables = new HashMap<>();
        }
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            variables.put(value.getKey(), value.getValue());
        }
    }

    /** Returns the variables of this scope alone. */
    Map<String, JsonNode> ownVariables() {
        return variables == null ? Map.of() : variables;
    }

    /** Returns the item of the nearest Map around; null if there is none in this execution. AWS: one of a Map Run has no item. */
    @Nullable
    MapItem nearestItem() {
        if (selected != null) {
            return selected;
        }
        for (Frame frame = this; frame != null && !frame.isExecution(); frame = frame.outer()) {
            if (frame.item != null) {
                return frame.item;
            }
        }
        return null;
    }

    /** The frame around this one; an item of a distributed Map sees nothing of what is around it. */
    private @Nullable Frame outer() {
        return group == null || group.isDistributed ? null : group.owner;
    }

    /** Returns the ARN of what a distributed Map has started. */
    String mapRunArn() {
        return Objects.requireNonNull(mapRun, "a distributed Map has a run once it has begun").arn;
    }

    /** Returns whether what a distributed Map has started is not over. One that waits for its turn to be redriven is. */
    boolean isMapRunOpen() {
        return mapRun != null && mode == Mode.BLOCKED && (children != null || call != null);
    }

    void goOn(Step next, JsonNode nextInput, long bound) {
        step = next;
        input = nextInput;
        inputBound = bound;
        resultBound = PayloadSize.UNKNOWN;
        mode = Mode.ENTER;
        again = Mode.WORK;
        failedChildren = null;
        mapRun = null;
    }

    /** Returns whether this is where an execution of a Map Run begins and ends. */
    boolean isExecution() {
        return group != null && group.isDistributed;
    }

    /** Nothing more is done for the frame; a redrive goes on with what was about to be done. */
    void close() {
        again = mode == Mode.BLOCKED || mode == Mode.CLOSED ? again : mode;
        mode = Mode.CLOSED;
    }
}
