package dev.stepwright.testkit;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.StateKind;
import dev.stepwright.runtime.task.TaskResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays an execution that was run again beside its recording, strand by strand. Other runs, with other ids, chance and time, tell what is
 * not to be compared: that in which they differ from each other.
 */
final class ReplayComparison {
    private static final int MANY = 3;

    private final Script script;
    private final Map<String, Found> found = new LinkedHashMap<>();

    /** A difference, and how often there is one like it. */
    private static final class Found {
        final Difference first;
        int times;

        Found(Difference first) {
            this.first = first;
        }

        Difference told() {
            return times == 1
                    ? first
                    : new Difference(first.state(), first.text() + " (and " + (times - 1) + " more like it)");
        }
    }

    private ReplayComparison(Script script) {
        this.script = script;
    }

    /** Returns what differs; the more important before what follows from it. */
    static List<Difference> between(Script script, Strands now, List<Strands> others) {
        ReplayComparison comparison = new ReplayComparison(script);
        comparison.compare(script.recorded(), now, others);
        return comparison.found.values().stream().map(Found::told).toList();
    }

    private void compare(Strands then, Strands now, List<Strands> others) {
        boolean isTold = compare(
                then.main(), now.main(), others.stream().map(Strands::main).toList());
        if (script.unanswered().isEmpty()) {
            end(then, now, others, isTold);
        } else {
            script.unanswered().forEach((state, problem) -> tell("unanswered " + state, state, problem));
        }
    }

    private void tell(String kind, String state, String text) {
        found.computeIfAbsent(kind, key -> new Found(new Difference(state, text))).times++;
    }

    /** Returns whether data differ at the end of the strand. */
    private boolean compare(Strand then, Strand now, List<Strand> others) {
        boolean isTold = false;
        if (then.stays.isEmpty() || now.stays.isEmpty()) {
            return false;
        }
        Stay before = then.stays.get(0);
        Stay after = now.stays.get(0);
        if (!before.state.equals(after.state)) {
            tell(
                    "begin " + before.state,
                    before.state,
                    "recorded to begin with " + before.label() + ", now with " + after.label());
            return false;
        }
        if (then.owner != null) {
            isTold = data(
                    "begin",
                    before,
                    others(others, 0),
                    "was given something else",
                    stay -> stay.entered.input(),
                    after);
        }
        for (int i = 0; ; i++) {
            before = then.stays.get(i);
            after = now.stays.get(i);
            List<Stay> alike = others(others, i);
            isTold |= compare(before, after, alike, isTold);
            if (before.isCutOff() || after.isCutOff() || script.problemOf(after.state) != null && after.hasFailed()) {
                return isTold;
            }
            String wayThen = way(then, i);
            String wayNow = way(now, i);
            int place = i;
            boolean isStable = others.stream()
                    .allMatch(other ->
                            other.stays.size() <= place || way(other, place).equals(wayNow));
            if (!wayThen.equals(wayNow) && isStable) {
                tell(
                        "way " + before.state + wayThen + wayNow,
                        before.state,
                        before.label() + ": recorded " + wayThen + ", now " + wayNow);
            }
            if (!next(then, i).equals(next(now, i))) {
                return isTold;
            }
            if (i + 1 == then.stays.size()) {
                return isTold;
            }
        }
    }

    private static List<Stay> others(List<Strand> others, int place) {
        return others.stream()
                .filter(other -> other.stays.size() > place)
                .map(other -> other.stays.get(place))
                .toList();
    }

    /** Returns how a strand goes on from one of its stays, for the reader. */
    private static String way(Strand strand, int place) {
        Stay stay = strand.stays.get(place);
        if (stay.exited == null) {
            return "fails" + (stay.error == null ? "" : " with " + stay.error);
        }
        String next = next(strand, place);
        String error = stay.error == null ? "an error" : stay.error;
        return "-> " + (next.isEmpty() ? "end" : next) + (stay.isCaught() ? " on " + error : "");
    }

    /** Returns the name of the state after one of a strand's stays; empty at the end. */
    private static String next(Strand strand, int place) {
        return place + 1 < strand.stays.size() ? '"' + strand.stays.get(place + 1).state + '"' : "";
    }

    /** Returns whether data differ when the state is left. */
    private boolean compare(Stay then, Stay now, List<Stay> others, boolean isTold) {
        tasks(then, now, others);
        int before = found.size();
        if (then.rounds > 0 || now.rounds > 0) {
            groups(then, now, others);
        }
        boolean isToldNow = isTold || found.size() > before || then.isCaught() != now.isCaught();
        if (isToldNow || then.exited == null || now.exited == null) {
            return isToldNow;
        }
        boolean isOutput = data(
                "output",
                then,
                others,
                "gives something else",
                stay -> Objects.requireNonNull(stay.exited).output(),
                now);
        return data("variables", then, others, "assigns something else", ReplayComparison::variables, now) || isOutput;
    }

    private static JsonNode variables(Stay stay) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        return variables.setAll(Objects.requireNonNull(stay.exited).assigned());
    }

    private void tasks(Stay then, Stay now, List<Stay> others) {
        int both = Math.min(then.tasks.size(), now.tasks.size());
        for (int i = 0; i < both; i++) {
            int attempt = i;
            TaskResource before = then.tasks.get(i).scheduled().resource();
            if (RecordedAnswers.isFunction(before)
                    && before.isLambdaInvoke()
                            != now.tasks.get(i).scheduled().resource().isLambdaInvoke()) {
                return; // the same function, called in another way
            }
            List<Stay> alike = others.stream()
                    .filter(other -> other.tasks.size() > attempt)
                    .toList();
            if (data(
                    "task",
                    then,
                    alike,
                    "was handed something else",
                    stay -> stay.tasks.get(attempt).scheduled().input(),
                    now)) {
                return;
            }
        }
        boolean isWhole = !then.isCutOff() && !now.isCutOff() && script.problemOf(now.state) == null;
        if (isWhole && then.tasks.size() != now.tasks.size()) {
            tell(
                    "attempts " + then.state,
                    then.state,
                    then.label() + " was tried " + times(then.tasks.size()) + ", now " + times(now.tasks.size()));
        }
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private void groups(Stay then, Stay now, List<Stay> others) {
        Set<String> branches = branches(then);
        if (!branches.equals(branches(now))) {
            tell(
                    "branches " + then.state,
                    then.state,
                    then.label() + " had branches that begin with " + branches + ", now " + branches(now));
        }
        boolean isWhole = !then.isCutOff() && !now.isCutOff();
        if (isWhole && then.items != now.items && !script.isGiven(now.state)) {
            tell("items " + then.state, then.state, then.label() + " had " + then.items + " items, now " + now.items);
        }
        if (isWhole && then.rounds != now.rounds) {
            tell(
                    "rounds " + then.state,
                    then.state,
                    then.label() + " was tried " + times(then.rounds) + ", now " + times(now.rounds));
        }
        then.strands.forEach((key, strand) -> {
            Strand same = now.strands.get(key);
            if (same != null) {
                compare(
                        strand,
                        same,
                        others.stream()
                                .map(other -> other.strands.get(key))
                                .filter(Objects::nonNull)
                                .toList());
            }
        });
    }

    /** Returns the first states of the branches of a Parallel; empty for a Map. */
    private static Set<String> branches(Stay stay) {
        return stay.entered.kind() == StateKind.MAP
                ? Set.of()
                : stay.strands.values().stream().map(Strand::branch).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean data(
            String kind, Stay then, List<Stay> others, String what, Function<Stay, JsonNode> value, Stay now) {
        List<JsonNode> alike = others.stream()
                .filter(other -> other.state.equals(now.state)
                        && (!kind.equals("output") && !kind.equals("variables") || other.exited != null))
                .map(value)
                .toList();
        List<DataDifference> differing = differing(value.apply(then), value.apply(now), alike);
        if (differing.isEmpty()) {
            return false;
        }
        String places = differing.stream()
                .map(DataDifference::place)
                .map(JsonPointer::toString)
                .collect(Collectors.joining());
        tell(kind + " " + then.state + places, then.state, now.label() + " " + what + ": " + text(differing));
        return true;
    }

    private static List<DataDifference> differing(JsonNode then, JsonNode now, List<JsonNode> others) {
        return DataDifference.between(then, now).stream()
                .filter(one -> others.stream()
                        .allMatch(other -> DataDifference.between(one.now(), other.at(one.place()))
                                .isEmpty()))
                .toList();
    }

    private static String text(List<DataDifference> differing) {
        String first =
                differing.stream().limit(MANY).map(DataDifference::toString).collect(Collectors.joining(", "));
        return differing.size() <= MANY ? first : first + " and " + (differing.size() - MANY) + " more";
    }

    private void end(Strands then, Strands now, List<Strands> others, boolean isTold) {
        if (script.isCutOff() && !(then.end().orElse(null) instanceof Event.ExecutionTimedOut)) {
            return;
        }
        String statusThen = status(then.end().orElse(null));
        String statusNow = status(now.end().orElse(null));
        boolean isStable = others.stream()
                .allMatch(other -> status(other.end().orElse(null)).equals(statusNow));
        if (!statusThen.equals(statusNow)) {
            if (isStable) {
                tell("end", "", "the execution: recorded " + statusThen + ", now " + statusNow);
            }
            return;
        }
        List<DataDifference> differing = isTold
                ? List.of()
                : differing(
                        result(then),
                        result(now),
                        isStable ? others.stream().map(ReplayComparison::result).toList() : List.of());
        if (!differing.isEmpty() && found.isEmpty()) {
            tell("result", "", "the execution ends with something else: " + text(differing));
        }
    }

    private static JsonNode result(Strands strands) {
        Event end = strands.end().orElse(null);
        if (end instanceof Event.ExecutionSucceeded succeeded) {
            return succeeded.output();
        }
        ObjectNode failure = JsonNodeFactory.instance.objectNode();
        return end instanceof Event.ExecutionFailed failed ? failure.put("Cause", failed.cause()) : failure;
    }

    /** One that the run had to stop, since the recording ends there, was still running. */
    private static String status(@Nullable Event end) {
        if (end instanceof Event.ExecutionFailed failed) {
            return ExecutionStatus.FAILED + (failed.error() == null ? "" : " with " + failed.error());
        }
        return end instanceof Event.ExecutionSucceeded
                ? ExecutionStatus.SUCCEEDED.name()
                : end instanceof Event.ExecutionTimedOut
                        ? ExecutionStatus.TIMED_OUT.name()
                        : "still RUNNING at that time";
    }
}
