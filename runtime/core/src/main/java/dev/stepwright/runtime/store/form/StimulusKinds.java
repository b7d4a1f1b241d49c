package dev.stepwright.runtime.store.form;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;
import dev.stepwright.runtime.engine.MapRunTerms;
import dev.stepwright.runtime.engine.Stimulus;

/** The stored forms of stimuli. The numbers and the order of fields are in databases already: only add. */
final class StimulusKinds {
    private static final Kinds<Stimulus> KINDS = new Kinds<Stimulus>("stimulus")
            .add(
                    1,
                    Stimulus.Started.class,
                    (s, out) -> out.instant(s.now())
                            .json(s.input())
                            .optionalText(s.inputText())
                            .uuid(s.seed()),
                    in -> new Stimulus.Started(in.instant(), in.json(), in.optionalText(), in.uuid()))
            .add(2, Stimulus.Resumed.class, (s, out) -> out.instant(s.now()), in -> new Stimulus.Resumed(in.instant()))
            .add(
                    3,
                    Stimulus.TaskAccepted.class,
                    (s, out) -> out.instant(s.now()).number(s.taskId()),
                    in -> new Stimulus.TaskAccepted(in.instant(), in.number()))
            .add(
                    4,
                    Stimulus.TaskRefused.class,
                    (s, out) -> out.instant(s.now()).number(s.taskId()).text(s.detail()),
                    in -> new Stimulus.TaskRefused(in.instant(), in.number(), in.text()))
            .add(
                    5,
                    Stimulus.TaskStarted.class,
                    (s, out) -> out.instant(s.now()).number(s.taskId()).optionalName(s.worker()),
                    in -> new Stimulus.TaskStarted(in.instant(), in.number(), in.optionalName()))
            .add(
                    6,
                    Stimulus.TaskSubmitted.class,
                    (s, out) -> out.instant(s.now()).number(s.taskId()).json(s.response()),
                    in -> new Stimulus.TaskSubmitted(in.instant(), in.number(), in.json()))
            .add(
                    7,
                    Stimulus.TaskHeartbeat.class,
                    (s, out) -> out.instant(s.now()).number(s.taskId()),
                    in -> new Stimulus.TaskHeartbeat(in.instant(), in.number()))
            .add(
                    8,
                    Stimulus.TaskSucceeded.class,
                    (s, out) -> out.instant(s.now()).number(s.taskId()).json(s.result()),
                    in -> new Stimulus.TaskSucceeded(in.instant(), in.number(), in.json()))
            .add(
                    9,
                    Stimulus.TaskFailed.class,
                    (s, out) -> out.instant(s.now())
                            .number(s.taskId())
                            .optionalName(s.error())
                            .optionalName(s.cause()),
                    in -> new Stimulus.TaskFailed(in.instant(), in.number(), in.optionalName(), in.optionalName()))
            .add(
                    10,
                    Stimulus.TimerFired.class,
                    (s, out) -> out.instant(s.now()).number(s.timerId()),
                    in -> new Stimulus.TimerFired(in.instant(), in.number()))
            .add(
                    11,
                    Stimulus.Stopped.class,
                    (s, out) -> out.instant(s.now()).optionalName(s.error()).optionalName(s.cause()),
                    in -> new Stimulus.Stopped(in.instant(), in.optionalName(), in.optionalName()))
            .add(
                    12,
                    Stimulus.Redriven.class,
                    (s, out) -> out.instant(s.now()),
                    in -> new Stimulus.Redriven(in.instant()))
            .add(
                    13,
                    Stimulus.MapRunUpdated.class,
                    (s, out) -> {
                        out.instant(s.now()).text(s.mapRunArn());
                        s.terms().write(out);
                    },
                    in -> new Stimulus.MapRunUpdated(in.instant(), in.text(), MapRunTerms.read(in)))
            .add(
                    14,
                    Stimulus.ChildStopped.class,
                    (s, out) -> out.instant(s.now())
                            .text(s.executionArn())
                            .optionalName(s.error())
                            .optionalName(s.cause()),
                    in -> new Stimulus.ChildStopped(in.instant(), in.text(), in.optionalName(), in.optionalName()))
            .add(
                    15,
                    Stimulus.RunnerFailed.class,
                    (s, out) -> out.instant(s.now())
                            .number(s.taskId())
                            .optionalName(s.error())
                            .optionalName(s.cause()),
                    in -> new Stimulus.RunnerFailed(in.instant(), in.number(), in.optionalName(), in.optionalName()));

    private StimulusKinds() {}

    static void write(Stimulus stimulus, BinaryWriter out) {
        KINDS.write(stimulus, out);
    }

    static Stimulus read(BinaryReader in) {
        return KINDS.read(in);
    }
}
