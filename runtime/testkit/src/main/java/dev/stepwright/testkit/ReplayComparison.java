package dev.stepwright.testkit;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.StateKind;
import dev.stepwright.runtime.task.TaskResource;
import java.util.Collections;
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

    /** How many differences have been found, with those like others. */
    private int count;

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

    /** Returns what differs, strand by strand in the order of the recording. */
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
        count++;
    }

    /** Returns whether data differ at the end of the strand. */
    private boolean compare(Strand then, Strand now, List<Strand> others) {
        if (then.stays.isEmpty() || now.stays.isEmpty()) {
            return false;
        }
        Stay first = then.stays.get(0);
        Stay firstNow = now.stays.get(0);
        if (!first.state.equals(firstNow.state)) {
            tell(
                    "begin " + first.state,
                    first.state,
                    "recorded to begin with " + first.label() + ", now with " + firstNow.label() + why(then, now, 0));
            return false;
        }
        boolean isTold = then.owner != null
                && data("begin", first, others(others, 0), "was given something else", Stay::input, firstNow);
        for (int i = 0; i < then.stays.size(); i++) {
            Stay before = then.stays.get(i);
            Stay after = now.stays.get(i);
            isTold |= compare(before, after, others(others, i), isTold);
            boolean isEnd = before.isCutOff() || after.isCutOff() || isUnanswered(after);
            if (!isEnd) {
                way(then, now, others, i);
            }
            if (isEnd || !next(then, i).equals(next(now, i))) {
                return isTold;
            }
        }
        return isTold;
    }

    /** Returns whether it failed since nobody knows what a task would answer. */
    private boolean isUnanswered(Stay stay) {
        return stay.hasFailed()
                && (script.problemOf(stay.state) != null
                        || !script.unanswered().isEmpty() && "States.Runtime".equals(stay.error));
    }

    private void way(Strand then, Strand now, List<Strand> others, int place) {
        String wayThen = way(then, place);
        String wayNow = way(now, place);
        boolean isStable = others.stream()
                .allMatch(other ->
                        other.stays.size() <= place || way(other, place).equals(wayNow));
        if (!wayThen.equals(wayNow) && isStable) {
            Stay stay = then.stays.get(place);
            tell(
                    "way " + stay.state + wayThen + wayNow,
                    stay.state,
                    stay.label() + ": recorded " + wayThen + ", now " + wayNow + why(then, now, place + 1));
        }
    }

    /** Returns why strands may have other states at a place than were recorded; empty if nothing points to a reason. */
    private String why(Strand then, Strand now, int place) {
        if (then.stays.size() <= place || now.stays.size() <= place) {
            return "";
        }
        Set<String> recorded = script.recorded().states();
        Set<String> defined = script.defined();
        if (Collections.disjoint(recorded, defined)) {
            return "; no recorded state is in this definition, is it that of another machine?";
        }
        Stay before = then.stays.get(place);
        Stay after = now.stays.get(place);
        boolean isAlike = before.entered.kind() == after.entered.kind();
        return isAlike && !defined.contains(before.state) && !recorded.contains(after.state)
                ? "; was \"" + before.state + "\" renamed?"
                : "";
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
        int before = count;
        if (then.rounds > 0 || now.rounds > 0) {
            groups(then, now, others);
        }
        boolean isToldNow = isTold || count > before || then.isCaught() != now.isCaught();
        if (isToldNow || then.exited == null || now.exited == null) {
            return isToldNow;
        }
        List<Stay> left = others.stream().filter(other -> other.exited != null).toList();
        boolean isOutput = data("output", then, left, "gives something else", Stay::output, now);
        return data("variables", then, left, "assigns something else", Stay::variables, now) || isOutput;
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
                .filter(other -> other.state.equals(now.state))
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
