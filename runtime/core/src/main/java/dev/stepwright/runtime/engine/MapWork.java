package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.NumberField;
import dev.stepwright.runtime.plan.ReaderPlan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A Map: one iteration for each item, or, distributed, one execution for each item or batch. */
record MapWork(Activation activation) {
    /** AWS: so often one Map Run can be redriven. */
    private static final int MOST_REDRIVES = 1_000;

    private static final String TOO_MANY_REDRIVES = "The Map Run has been redriven " + MOST_REDRIVES
            + " times, which is as often as it can be; start the execution anew.";

    void begin(MapStep step, Frame frame) {
        if (step.terms().unsupported() != null) {
            throw new EvaluationFailure(ExecutionError.RUNTIME, step.terms().unsupported(), null);
        }
        OpenMapRun redriven = frame.mapRun;
        if (redriven != null && redriven.redriveCount == MOST_REDRIVES) {
            throw new EvaluationFailure(ExecutionError.RUNTIME, TOO_MANY_REDRIVES, null);
        } else if (redriven != null && frame.children != null) {
            goOn(redriven, frame, frame.children);
            return;
        }
        Bindings bindings = bindings(activation, step, frame);
        ReaderPlan reader = step.terms().reader();
        JsonNode items = reader == null ? step.terms().items().evaluate(bindings) : null;
        int concurrency = concurrency(step.terms().maxConcurrency(), bindings);
        if (redriven == null) {
            activation.events.record(frame, new Event.MapStarted(items == null ? 0 : items.size()));
        }
        Tolerance tolerance = Tolerance.of(step.terms(), bindings);
        double mostItems = number(reader == null ? null : reader.maxItems(), bindings);
        if (step.isDistributed()) {
            run(step, frame, terms(concurrency, tolerance));
        }
        if (items != null) {
            start(step, frame, MapItem.of(items, MapItem.STATE_DATA), concurrency, tolerance);
        } else if (reader != null) {
            activation.reads.begin(step, frame, reader.parameters().evaluate(bindings), mostItems);
        }
    }

    private void run(MapStep step, Frame frame, MapRunTerms terms) {
        if (frame.mapRun != null) {
            redriven(frame.mapRun, frame);
            return;
        }
        OpenMapRun run = new OpenMapRun(MapRunNames.arn(activation, step));
        frame.mapRun = run;
        activation.events.record(frame, new Event.MapRunStarted(run.arn));
        if (activation.state.journal != null) {
            activation.state.journal.begun(frame, activation.now, terms);
        }
    }

    private void redriven(OpenMapRun run, Frame frame) {
        run.redriveCount++;
        activation.events.record(frame, new Event.MapRunRedriven(run.arn, run.redriveCount));
        if (activation.state.journal != null) {
            activation.state.journal.redriven(frame, activation.now);
        }
    }

    /** The executions of a Map Run that is redriven begin again as its concurrency allows. */
    private void goOn(OpenMapRun run, Frame frame, Group group) {
        redriven(run, frame);
        ExecutionError tooMany = activation.executions.redriven(group);
        if (tooMany != null) {
            activation.failing.failed(frame, tooMany);
        } else {
            activation.groups.restart(group);
        }
    }

    private static MapRunTerms terms(int concurrency, Tolerance tolerance) {
        return new MapRunTerms(
                concurrency == Integer.MAX_VALUE ? 0L : concurrency,
                tolerance.percentage() < 0 ? null : (Double) tolerance.percentage(),
                tolerance.count() < 0 ? null : (Long) (long) tolerance.count());
    }

    /** Changes the terms of a Map Run; without effect if it does not run. */
    void update(String mapRunArn, MapRunTerms terms) {
        Frame owner = OpenFrames.mapRun(activation.state.root, mapRunArn);
        if (owner != null && owner.mapRun != null) {
            update(owner, owner.mapRun, terms);
        }
    }

    private void update(Frame owner, OpenMapRun run, MapRunTerms change) {
        run.terms = change.after(run.terms);
        if (activation.state.journal != null) {
            activation.state.journal.updated(owner, change);
        }
        Group group = owner.children;
        if (group != null) {
            apply(change, group);
            activation.groups.more(group);
        }
    }

    private void apply(MapRunTerms change, Group group) {
        if (change.maxConcurrency() != null && group.owner.step instanceof MapStep step) {
            group.maxConcurrency = atOnce(step, group.owner, limited(change.maxConcurrency()));
        }
        if (group.tolerance != null) {
            group.tolerance = group.tolerance.with(change);
            group.toleratedFailures = group.tolerance.of(group.items());
        }
    }

    /** Goes on with the items that have been read. */
    void goOn(MapStep step, Frame frame, MapItem[] items) {
        Bindings bindings = bindings(activation, step, frame);
        start(
                step,
                frame,
                items,
                concurrency(step.terms().maxConcurrency(), bindings),
                Tolerance.of(step.terms(), bindings));
    }

    /** Returns what the expressions of a Map see: its effective input. */
    static Bindings bindings(Activation activation, MapStep step, Frame frame) {
        Bindings raw = activation.bindings(frame);
        return raw.withInput(step.flow().input(raw));
    }

    private void start(MapStep step, Frame frame, MapItem[] items, int concurrency, Tolerance tolerance) {
        Group group =
                new Group(frame, atOnce(step, frame, concurrency), Iterations.begin(activation, step, frame, items));
        group.tolerance = step.isDistributed() ? tolerance : null;
        group.toleratedFailures = tolerance.of(items.length);
        if (frame.mapRun != null && frame.mapRun.terms != null) {
            apply(frame.mapRun.terms, group);
        }
        if (step.isDistributed() && activation.state.journal != null) {
            activation.state.journal.hasItems(group);
        }
        group.files = Writes.files(step, frame, bindings(activation, step, frame));
        activation.groups.start(group);
    }

    private static double number(@Nullable NumberField field, Bindings bindings) {
        return field == null ? 0 : field.value(bindings);
    }

    private static int concurrency(@Nullable NumberField field, Bindings bindings) {
        return limited(number(field, bindings));
    }

    /** AWS: however many the state allows, a Map has only so many at work at the same time. */
    private int atOnce(MapStep step, Frame owner, int allowed) {
        Limits limits = activation.state.limitsOf(owner.lineage.identity);
        return Math.min(allowed, step.isDistributed() ? limits.mapRunExecutions() : limits.iterations());
    }

    private static int limited(double most) {
        return most == 0 || most > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) most;
    }
}
