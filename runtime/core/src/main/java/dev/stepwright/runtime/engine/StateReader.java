package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.items.ResultFiles;
import dev.stepwright.runtime.items.ResultFormat;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.ParallelStep;
import dev.stepwright.runtime.plan.ScopePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads into a blank state what {@link StateWriter} has written. */
final class StateReader {
    private final ExecutionState state;
    private final BinaryReader in;
    private final List<Frame> frames = new ArrayList<>();
    private final OpenReader open;

    StateReader(ExecutionState state, byte[] snapshot) {
        this.state = state;
        this.in = new BinaryReader(snapshot);
        this.open = new OpenReader(state, in);
    }

    void read() {
        int version = in.octet();
        if (version != StateWriter.VERSION) {
            throw new UnreadableException("the state is written in format " + version
                    + ", but this version reads format " + StateWriter.VERSION);
        }
        state.seed = new ExecutionSeed(in.uuid());
        state.stimuli = in.number();
        state.lastTask = in.number();
        state.lastTimer = in.number();
        state.inputText = in.optionalText();
        Lineage lineage = lineage(state.identity);
        state.lineage = lineage;
        state.root = frame(state.plan.root(), lineage, null, 0);
        ready(lineage);
        open.timer(null);
        open.open();
    }

    private void ready(Lineage lineage) {
        int size = in.small();
        for (int i = 0; i < size; i++) {
            int number = in.small();
            state.ready.add(number == 0 ? closed(lineage) : frames.get(number - 1));
        }
    }

    private Frame closed(Lineage lineage) {
        Frame frame = new Frame(state.plan.root(), lineage, null, 0, NullNode.getInstance(), 0);
        frame.mode = Frame.Mode.CLOSED;
        return frame;
    }

    private Frame frame(ScopePlan scope, Lineage lineage, @Nullable Group group, int index) {
        Frame.Mode mode = Frame.Mode.values()[in.octet()];
        Frame.Mode again = Frame.Mode.values()[in.octet()];
        int step = in.small();
        boolean awaitsRedrive = in.flag();
        boolean awaitsInput = in.flag();
        Frame frame = new Frame(scope, lineage, group, index, in.json(), 0);
        frame.awaitsRedrive = awaitsRedrive;
        frame.awaitsInput = awaitsInput;
        frames.add(frame);
        frame.mode = mode;
        frame.again = again;
        frame.step = scope.step(step);
        frame.inputBound = in.signed();
        frame.result = in.json();
        frame.enteredTime = in.instant();
        frame.enteredEvent = in.number();
        frame.eventBefore = in.number();
        frame.lastEvent = in.number();
        frame.exitFrom = in.number();
        frame.hasTaskFailureEvent = in.flag();
        frame.hasFailedChild = in.flag();
        frame.retryCount = in.small();
        frame.attempts = attempts();
        variables(frame);
        frame.item = item();
        frame.timer = open.timer(frame);
        frame.task = open.task(frame);
        frame.call = open.call(frame);
        frame.mapRun = mapRun();
        frame.children = group(frame);
        frame.failedChildren = group(frame);
        return frame;
    }

    private @Nullable OpenMapRun mapRun() {
        if (!in.flag()) {
            return null;
        }
        OpenMapRun run = new OpenMapRun(in.text());
        run.redriveCount = in.small();
        run.terms = in.flag() ? MapRunTerms.read(in) : null;
        return run;
    }

    private int @Nullable [] attempts() {
        int[] attempts = new int[in.small()];
        for (int i = 0; i < attempts.length; i++) {
            attempts[i] = in.small();
        }
        return attempts.length == 0 ? null : attempts;
    }

    private void variables(Frame frame) {
        int size = in.small();
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < size; i++) {
            String name = in.name();
            variables.set(name, in.json());
        }
        if (size > 0) {
            frame.assign(variables);
        }
    }

    private @Nullable MapItem item() {
        if (!in.flag()) {
            return null;
        }
        return new MapItem(in.small(), in.json(), in.optionalText(), in.name());
    }

    private @Nullable Group group(Frame owner) {
        if (!in.flag()) {
            return null;
        }
        Children children = owner.step instanceof ParallelStep parallel
                ? new Branches(parallel, NullNode.getInstance()) // all have begun
                : iterations((MapStep) owner.step, owner);
        Group group = new Group(owner, in.small(), children);
        group.started = in.small();
        group.running = in.small();
        group.failedItems = in.small();
        group.toleratedFailures = Double.longBitsToDouble(in.fixed());
        group.lastEvent = in.number();
        group.resultBound = in.number();
        group.hasFailed = in.flag();
        group.told = in.small();
        group.writing = in.optionalJson();
        group.tolerance = in.flag()
                ? new Tolerance(Double.longBitsToDouble(in.fixed()), Double.longBitsToDouble(in.fixed()))
                : null;
        JsonNode files = in.optionalJson();
        ResultFormat format = group.format();
        group.files = files == null || format == null ? null : ResultFiles.of(files, format.asLines());
        for (int i = 0; i < group.size(); i++) {
            child(group, i);
        }
        return group;
    }

    private Iterations iterations(MapStep step, Frame owner) {
        int[] bounds = new int[in.count() + 1];
        for (int i = 1; i < bounds.length; i++) {
            bounds[i] = bounds[i - 1] + in.small();
        }
        MapItem[] items = new MapItem[bounds[bounds.length - 1]];
        return new Iterations(step, owner, items, step.terms().batching() == null ? null : bounds);
    }

    private void child(Group group, int index) {
        if (in.flag() && group.children instanceof Iterations iterations) {
            iterations.itemsOf(index).replaceAll(missing -> item());
            JsonNode kept = in.optionalJson();
            if (kept != null) {
                iterations.keep(index, kept);
            }
        }
        if (index >= group.started) {
            return;
        }
        JsonNode result = in.optionalJson();
        if (result != null) {
            group.results[index] = result;
        }
        if (in.flag()) {
            Lineage lineage = group.isDistributed ? child() : group.owner.lineage;
            Frame frame = frame(group.children.scope(index), lineage, group, index);
            if (group.isDistributed) {
                lineage.timeout = open.timer(frame);
            }
            group.frames[index] = frame;
            group.pendingRedrives += frame.awaitsRedrive ? 1 : 0;
        }
    }

    private Lineage child() {
        Lineage lineage = lineage(Identities.read(in));
        if (in.flag()) {
            ExecutionStatus status = ExecutionStatus.values()[in.octet()];
            Instant time = in.instant();
            lineage.ending = new Lineage.Ending(
                    status, time, in.flag() ? ExecutionError.of(in.optionalName(), in.optionalText()) : null);
        }
        return lineage;
    }

    private Lineage lineage(ExecutionIdentity identity) {
        Lineage lineage = new Lineage(state, identity, in.json());
        lineage.lastEvent = in.number();
        lineage.redriveCount = in.small();
        lineage.redriveTime = in.optionalInstant();
        return lineage;
    }
}
