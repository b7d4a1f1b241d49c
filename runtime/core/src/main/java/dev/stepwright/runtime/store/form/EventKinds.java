package dev.stepwright.runtime.store.form;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.StateKind;
import dev.stepwright.runtime.task.TaskResource;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The stored forms of history events. The numbers and the order of fields are in databases already: only add. */
final class EventKinds {
    private static final Kinds<Event> KINDS = new Kinds<>("history event");

    static {
        execution();
        states();
        tasks();
        groups();
    }

    private EventKinds() {}

    static void write(Event event, BinaryWriter out) {
        KINDS.write(event, out);
    }

    static Event read(BinaryReader in) {
        return KINDS.read(in);
    }

    private static void execution() {
        KINDS.add(
                1,
                Event.ExecutionStarted.class,
                (e, out) -> out.json(e.input())
                        .optionalName(e.inputText())
                        .name(e.roleArn())
                        .optionalName(e.versionArn())
                        .optionalName(e.aliasArn()),
                in -> new Event.ExecutionStarted(
                        in.json(), in.optionalName(), in.name(), in.optionalName(), in.optionalName()));
        KINDS.add(
                2,
                Event.ExecutionSucceeded.class,
                (e, out) -> out.json(e.output()),
                in -> new Event.ExecutionSucceeded(in.json()));
        KINDS.add(
                3,
                Event.ExecutionFailed.class,
                (e, out) -> out.optionalName(e.error()).optionalName(e.cause()),
                in -> new Event.ExecutionFailed(in.optionalName(), in.optionalName()));
        KINDS.add(
                4,
                Event.ExecutionAborted.class,
                (e, out) -> out.optionalName(e.error()).optionalName(e.cause()),
                in -> new Event.ExecutionAborted(in.optionalName(), in.optionalName()));
        KINDS.add(5, Event.ExecutionTimedOut.class, (e, out) -> {}, in -> new Event.ExecutionTimedOut());
        KINDS.add(
                6,
                Event.EvaluationFailed.class,
                (e, out) -> out.name(e.error())
                        .name(e.cause())
                        .optionalName(e.location())
                        .name(e.state()),
                in -> new Event.EvaluationFailed(in.name(), in.name(), in.optionalName(), in.name()));
    }

    private static void states() {
        KINDS.add(
                7,
                Event.StateEntered.class,
                (e, out) -> state(out, e.kind()).name(e.name()).json(e.input()).optionalName(e.inputText()),
                in -> new Event.StateEntered(state(in), in.name(), in.json(), in.optionalName()));
        KINDS.add(
                8,
                Event.StateExited.class,
                (e, out) -> {
                    state(out, e.kind()).name(e.name()).json(e.output());
                    out.number(e.assigned().size());
                    e.assigned().forEach((name, value) -> out.name(name).json(value));
                },
                in -> new Event.StateExited(state(in), in.name(), in.json(), assigned(in)));
        KINDS.add(
                9, Event.StateAborted.class, (e, out) -> state(out, e.kind()), in -> new Event.StateAborted(state(in)));
        KINDS.add(
                10,
                Event.StateSucceeded.class,
                (e, out) -> state(out, e.kind()),
                in -> new Event.StateSucceeded(state(in)));
        KINDS.add(
                11, Event.StateFailed.class, (e, out) -> state(out, e.kind()), in -> new Event.StateFailed(state(in)));
    }

    private static void tasks() {
        KINDS.add(
                12,
                Event.TaskScheduled.class,
                (e, out) -> out.name(e.resource().text())
                        .json(e.input())
                        .name(e.region())
                        .optionalNumber(e.timeoutSeconds())
                        .optionalNumber(e.heartbeatSeconds())
                        .optionalName(e.roleArn()),
                in -> new Event.TaskScheduled(
                        resource(in),
                        in.json(),
                        in.name(),
                        in.optionalNumber(),
                        in.optionalNumber(),
                        in.optionalName()));
        KINDS.add(
                13,
                Event.TaskStarted.class,
                (e, out) -> out.name(e.resource().text()).optionalName(e.worker()),
                in -> new Event.TaskStarted(resource(in), in.optionalName()));
        KINDS.add(
                14,
                Event.TaskSubmitted.class,
                (e, out) -> out.name(e.resource().text()).json(e.output()),
                in -> new Event.TaskSubmitted(resource(in), in.json()));
        KINDS.add(
                15,
                Event.TaskSucceeded.class,
                (e, out) -> out.name(e.resource().text()).json(e.output()),
                in -> new Event.TaskSucceeded(resource(in), in.json()));
        KINDS.add(
                16,
                Event.TaskFailed.class,
                (e, out) -> out.name(e.resource().text())
                        .name(e.state())
                        .optionalName(e.error())
                        .optionalName(e.cause()),
                in -> new Event.TaskFailed(resource(in), in.name(), in.optionalName(), in.optionalName()));
        KINDS.add(
                30,
                Event.TaskSubmitFailed.class,
                (e, out) -> out.name(e.resource().text())
                        .name(e.state())
                        .optionalName(e.error())
                        .optionalName(e.cause()),
                in -> new Event.TaskSubmitFailed(resource(in), in.name(), in.optionalName(), in.optionalName()));
        KINDS.add(
                17,
                Event.TaskTimedOut.class,
                (e, out) -> out.name(e.resource().text()).name(e.state()),
                in -> new Event.TaskTimedOut(resource(in), in.name()));
    }

    private static void groups() {
        KINDS.add(18, Event.ParallelStarted.class, (e, out) -> {}, in -> new Event.ParallelStarted());
        KINDS.add(
                19, Event.MapStarted.class, (e, out) -> out.number(e.length()), in -> new Event.MapStarted(in.small()));
        KINDS.add(
                20,
                Event.IterationStarted.class,
                (e, out) -> out.name(e.name()).number(e.index()),
                in -> new Event.IterationStarted(in.name(), in.small()));
        KINDS.add(
                21,
                Event.IterationSucceeded.class,
                (e, out) -> out.name(e.name()).number(e.index()),
                in -> new Event.IterationSucceeded(in.name(), in.small()));
        KINDS.add(
                22,
                Event.IterationFailed.class,
                (e, out) -> out.name(e.name()).number(e.index()),
                in -> new Event.IterationFailed(in.name(), in.small()));
        KINDS.add(
                23,
                Event.IterationAborted.class,
                (e, out) -> out.name(e.name()).number(e.index()),
                in -> new Event.IterationAborted(in.name(), in.small()));
        KINDS.add(
                24,
                Event.MapRunStarted.class,
                (e, out) -> out.text(e.mapRunArn()),
                in -> new Event.MapRunStarted(in.text()));
        KINDS.add(25, Event.MapRunSucceeded.class, (e, out) -> {}, in -> new Event.MapRunSucceeded());
        KINDS.add(
                26,
                Event.MapRunFailed.class,
                (e, out) -> out.optionalName(e.error()).optionalName(e.cause()),
                in -> new Event.MapRunFailed(in.optionalName(), in.optionalName()));
        KINDS.add(
                27,
                Event.ExecutionRedriven.class,
                (e, out) -> out.number(e.count()),
                in -> new Event.ExecutionRedriven(in.small()));
        KINDS.add(
                28,
                Event.MapRunRedriven.class,
                (e, out) -> out.text(e.mapRunArn()).number(e.count()),
                in -> new Event.MapRunRedriven(in.text(), in.small()));
        KINDS.add(29, Event.MapRunAborted.class, (e, out) -> {}, in -> new Event.MapRunAborted());
    }

    private static Map<String, JsonNode> assigned(BinaryReader in) {
        int size = in.small();
        if (size == 0) {
            return Map.of();
        }
        Map<String, JsonNode> assigned = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            String name = in.name();
            assigned.put(name, in.json());
        }
        return assigned;
    }

    private static TaskResource resource(BinaryReader in) {
        return TaskResource.parse(in.name());
    }

    /** Numbers of their own, since the order of the constants may change. */
    private static BinaryWriter state(BinaryWriter out, StateKind kind) {
        return out.octet(
                switch (kind) {
                    case TASK -> 1;
                    case PARALLEL -> 2;
                    case MAP -> 3;
                    case PASS -> 4;
                    case WAIT -> 5;
                    case CHOICE -> 6;
                    case SUCCEED -> 7;
                    case FAIL -> 8;
                });
    }

    private static StateKind state(BinaryReader in) {
        int number = in.octet();
        return switch (number) {
            case 1 -> StateKind.TASK;
            case 2 -> StateKind.PARALLEL;
            case 3 -> StateKind.MAP;
            case 4 -> StateKind.PASS;
            case 5 -> StateKind.WAIT;
            case 6 -> StateKind.CHOICE;
            case 7 -> StateKind.SUCCEED;
            case 8 -> StateKind.FAIL;
            default -> throw Form.later("kind " + number + " of a state is not known here");
        };
    }
}
