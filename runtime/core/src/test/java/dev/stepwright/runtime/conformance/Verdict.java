package dev.stepwright.runtime.conformance;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.history.HistoryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** How a run compares with its recording. Each list holds the differences of one level; a level includes the one before it. */
record Verdict(List<String> outcome, List<String> cause, List<String> types, List<String> ids, List<String> details) {
    static Verdict broken(Throwable thrown) {
        List<String> why = List.of(String.valueOf(thrown));
        return new Verdict(why, why, why, why, why);
    }

    static Verdict of(RecordedCase recorded, CaseRun.Result result) {
        List<String> outcome = outcome(recorded.expected(), result.execution());
        List<String> cause = cause(recorded.expected(), result.execution());
        JsonNode history = recorded.expected().path("history");
        if (history.isMissingNode()) {
            return new Verdict(outcome, cause, outcome, outcome, outcome);
        }
        List<String> types = both(outcome, types(recorded, history, result.history()));
        List<String> ids =
                both(types, recorded.isOrdered() && types.isEmpty() ? ids(history, result.history()) : List.of());
        List<String> details =
                both(ids, recorded.isOrdered() && types.isEmpty() ? details(history, result.history()) : List.of());
        return new Verdict(outcome, cause, types, ids, details);
    }

    private static List<String> both(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static List<String> outcome(JsonNode expected, ExecutionDescription actual) {
        List<String> bad = new ArrayList<>();
        if (!expected.path("status").asString("").equals(actual.status().name())) {
            bad.add("status: expected " + expected.path("status") + ", got " + actual.status() + " (" + actual.error()
                    + ": " + actual.cause() + ")");
            return bad;
        }
        if (expected.has("output")) {
            bad.addAll(Differences.between(expected.path("output"), actual.output(), "output"));
        }
        if (expected.has("outputText") && actual.output() != null) {
            bad.addAll(Differences.between(
                    expected.path("outputText"), StringNode.valueOf(JsonText.compact(actual.output())), "output"));
        }
        if (expected.has("error") != (actual.error() != null)
                || actual.error() != null
                        && !expected.path("error").asString("").equals(actual.error())) {
            bad.add("error: expected " + expected.path("error") + ", got " + actual.error());
        }
        return bad;
    }

    private static List<String> cause(JsonNode expected, ExecutionDescription actual) {
        if (actual.cause() == null) {
            return expected.has("cause")
                    ? List.of("cause: expected " + expected.path("cause") + ", got none")
                    : List.of();
        }
        return expected.has("cause")
                ? Differences.between(expected.path("cause"), StringNode.valueOf(actual.cause()), "cause")
                : List.of("cause: expected none, got " + actual.cause());
    }

    private static List<String> types(RecordedCase recorded, JsonNode expected, List<HistoryEvent> actual) {
        List<String> want = new ArrayList<>();
        expected.forEach(event -> want.add(event.path("type").stringValue()));
        List<String> got =
                new ArrayList<>(actual.stream().map(HistoryEvent::type).toList());
        if (recorded.json().path("group").asString("").equals("needs_service")) {
            want.replaceAll(Verdict::asAnswer);
            got.replaceAll(Verdict::asAnswer);
        }
        boolean isWhole =
                expected.valueStream().allMatch(event -> event.path("id").isNumber());
        if (!isWhole) {
            Stream.of("ParallelStateSucceeded", "ParallelStateFailed") // lost when these recordings were sorted
                    .filter(type -> !want.contains(type))
                    .forEach(type -> got.removeIf(type::equals));
        }
        if (!recorded.isOrdered()) {
            want.sort(null);
            got.sort(null);
        }
        return want.equals(got) ? List.of() : List.of("types: expected " + want + ", got " + got);
    }

    /** An answer that stands for a service cannot come too late. */
    private static String asAnswer(String type) {
        return type.equals("TaskTimedOut") ? "TaskFailed" : type;
    }

    private static List<String> ids(JsonNode expected, List<HistoryEvent> actual) {
        List<String> bad = new ArrayList<>();
        for (int i = 0; i < actual.size(); i++) {
            HistoryEvent event = actual.get(i);
            long want = expected.get(i).path("previousEventId").longValue();
            if (event.id() != i + 1 || event.previousEventId() != want && !isMapRunExit(expected, event, want)) {
                bad.add("ids: " + event.id() + " " + event.type() + " expected after " + want + ", got after "
                        + event.previousEventId());
            }
        }
        return bad;
    }

    /** Two service versions are recorded: the exit of a distributed Map points at MapRunSucceeded, or at MapRunStarted. */
    private static boolean isMapRunExit(JsonNode expected, HistoryEvent event, long want) {
        return event.type().equals("MapStateExited")
                && Stream.of(want, event.previousEventId())
                        .allMatch(id -> expected.get((int) (id - 1))
                                .path("type")
                                .asString("")
                                .startsWith("MapRunS"));
    }

    private static List<String> details(JsonNode expected, List<HistoryEvent> actual) {
        List<String> bad = new ArrayList<>();
        for (int i = 0; i < actual.size(); i++) {
            JsonNode want = expected.get(i).path("details");
            boolean isSubmission = actual.get(i).type().equals("TaskSubmitted"); // no recorded answer says what it held
            if (!want.isMissingNode() && !isSubmission) {
                bad.addAll(Differences.between(
                        want,
                        actual.get(i).details(),
                        (i + 1) + " " + actual.get(i).type()));
            }
        }
        return bad;
    }
}
