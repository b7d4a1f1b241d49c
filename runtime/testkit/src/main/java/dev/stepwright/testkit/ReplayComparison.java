package dev.stepwright.testkit;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.StateKind;
import dev.stepwright.runtime.task.TaskResource;
import java.util.Collections;
import java.util.List;
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
    private final FoundDifferences found = new FoundDifferences();

    private ReplayComparison(Script script) {
        this.script = script;
    }

    /** Returns what differs, strand by strand in the order of the recording. */
    static List<Difference> between(Script script, Strands now, List<Strands> others) {
        ReplayComparison comparison = new ReplayComparison(script);
        comparison.compare(new Counterparts<>(script.recorded(), now, others));
        return comparison.found.told();
    }

    private void compare(Counterparts<Strands> runs) {
        boolean isTold = strand(runs.map(Strands::main));
        if (script.unanswered().isEmpty()) {
            end(runs, isTold);
        } else {
            script.unanswered().forEach((state, problem) -> found.add("unanswered " + state, state, problem));
        }
    }

    /** Returns whether data differ at the end of the strand. */
    private boolean strand(Counterparts<Strand> strands) {
        Strand then = strands.then();
        Strand now = strands.now();
        if (then.stays.isEmpty() || now.stays.isEmpty()) {
            return false;
        }
        Counterparts<Stay> first = stays(strands, 0);
        String state = first.then().state;
        if (!state.equals(first.now().state)) {
            found.add(
                    "begin " + state,
                    state,
                    "recorded to begin with " + first.then().label() + ", now with "
                            + first.now().label() + why(then, now, 0));
            return false;
        }
        boolean isTold = then.owner != null && data("begin", first, "was given something else", Stay::input);
        for (int i = 0; i < then.stays.size(); i++) {
            Counterparts<Stay> stays = stays(strands, i);
            isTold |= stay(stays, isTold);
            boolean isEnd = stays.then().isCutOff() || stays.now().isCutOff() || isUnanswered(stays.now());
            if (!isEnd) {
                way(strands, i);
            }
            if (isEnd || !next(then, i).equals(next(now, i))) {
                return isTold;
            }
        }
        return isTold;
    }

    /** Returns what is in one place of strands; the recorded one and that of now have it. */
    private static Counterparts<Stay> stays(Counterparts<Strand> strands, int place) {
        return strands.where(other -> other.stays.size() > place).map(strand -> strand.stays.get(place));
    }

    /** Returns whether it failed since nobody knows what a task would answer. */
    private boolean isUnanswered(Stay stay) {
        return stay.hasFailed()
                && (script.problemOf(stay.state) != null
                        || !script.unanswered().isEmpty() && "States.Runtime".equals(stay.error));
    }

    private void way(Counterparts<Strand> strands, int place) {
        Counterparts<String> ways =
                strands.where(other -> other.stays.size() > place).map(strand -> way(strand, place));
        if (!ways.then().equals(ways.now()) && ways.isStable()) {
            Stay stay = strands.then().stays.get(place);
            found.add(
                    "way " + stay.state + ways.then() + ways.now(),
                    stay.state,
                    stay.label() + ": recorded " + ways.then() + ", now " + ways.now()
                            + why(strands.then(), strands.now(), place + 1));
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
    private boolean stay(Counterparts<Stay> stays, boolean isTold) {
        Stay then = stays.then();
        Stay now = stays.now();
        tasks(stays);
        int before = found.count();
        if (then.rounds > 0 || now.rounds > 0) {
            groups(stays);
        }
        boolean isToldNow = isTold || found.count() > before || then.isCaught() != now.isCaught();
        if (isToldNow || then.exited == null || now.exited == null) {
            return isToldNow;
        }
        Counterparts<Stay> left = stays.where(other -> other.exited != null);
        boolean isOutput = data("output", left, "gives something else", Stay::output);
        return data("variables", left, "assigns something else", Stay::variables) || isOutput;
    }

    private void tasks(Counterparts<Stay> stays) {
        Stay then = stays.then();
        Stay now = stays.now();
        int both = Math.min(then.tasks.size(), now.tasks.size());
        for (int i = 0; i < both; i++) {
            int attempt = i;
            TaskResource before = then.tasks.get(i).scheduled().resource();
            if (RecordedAnswers.isFunction(before)
                    && before.isLambdaInvoke()
                            != now.tasks.get(i).scheduled().resource().isLambdaInvoke()) {
                return; // the same function, called in another way
            }
            if (data(
                    "task",
                    stays.where(other -> other.tasks.size() > attempt),
                    "was handed something else",
                    stay -> stay.tasks.get(attempt).scheduled().input())) {
                return;
            }
        }
        boolean isWhole = !then.isCutOff() && !now.isCutOff() && script.problemOf(now.state) == null;
        if (isWhole && then.tasks.size() != now.tasks.size()) {
            found.add(
                    "attempts " + then.state,
                    then.state,
                    then.label() + " was tried " + times(then.tasks.size()) + ", now " + times(now.tasks.size()));
        }
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private void groups(Counterparts<Stay> stays) {
        Stay then = stays.then();
        Stay now = stays.now();
        Set<String> branches = branches(then);
        if (!branches.equals(branches(now))) {
            found.add(
                    "branches " + then.state,
                    then.state,
                    then.label() + " had branches that begin with " + branches + ", now " + branches(now));
        }
        boolean isWhole = !then.isCutOff() && !now.isCutOff();
        if (isWhole && then.items != now.items && !script.isGiven(now.state)) {
            found.add(
                    "items " + then.state,
                    then.state,
                    then.label() + " had " + then.items + " items, now " + now.items);
        }
        if (isWhole && then.rounds != now.rounds) {
            found.add(
                    "rounds " + then.state,
                    then.state,
                    then.label() + " was tried " + times(then.rounds) + ", now " + times(now.rounds));
        }
        then.strands.keySet().stream()
                .filter(now.strands::containsKey)
                .forEach(key -> strand(stays.where(other -> other.strands.containsKey(key))
                        .map(stay -> Objects.requireNonNull(stay.strands.get(key)))));
    }

    /** Returns the first states of the branches of a Parallel; empty for a Map. */
    private static Set<String> branches(Stay stay) {
        return stay.entered.kind() == StateKind.MAP
                ? Set.of()
                : stay.strands.values().stream().map(Strand::branch).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean data(String kind, Counterparts<Stay> stays, String what, Function<Stay, JsonNode> value) {
        Stay now = stays.now();
        String state = stays.then().state;
        List<DataDifference> differing =
                differing(stays.where(other -> other.state.equals(now.state)).map(value));
        if (differing.isEmpty()) {
            return false;
        }
        String places = differing.stream()
                .map(DataDifference::place)
                .map(JsonPointer::toString)
                .collect(Collectors.joining());
        found.add(kind + " " + state + places, state, now.label() + " " + what + ": " + text(differing));
        return true;
    }

    private static List<DataDifference> differing(Counterparts<JsonNode> values) {
        return DataDifference.between(values.then(), values.now()).stream()
                .filter(one -> values.others().stream()
                        .allMatch(other -> DataDifference.between(one.now(), other.at(one.place()))
                                .isEmpty()))
                .toList();
    }

    private static String text(List<DataDifference> differing) {
        String first =
                differing.stream().limit(MANY).map(DataDifference::toString).collect(Collectors.joining(", "));
        return differing.size() <= MANY ? first : first + " and " + (differing.size() - MANY) + " more";
    }

    private void end(Counterparts<Strands> runs, boolean isTold) {
        if (script.isCutOff() && !(runs.then().end().orElse(null) instanceof Event.ExecutionTimedOut)) {
            return;
        }
        Counterparts<String> statuses = runs.map(run -> status(run.end().orElse(null)));
        if (!statuses.then().equals(statuses.now())) {
            if (statuses.isStable()) {
                found.add("end", "", "the execution: recorded " + statuses.then() + ", now " + statuses.now());
            }
            return;
        }
        if (isTold || found.count() > 0) {
            return;
        }
        List<DataDifference> differing =
                differing(runs.where(other -> statuses.isStable()).map(ReplayComparison::result));
        if (!differing.isEmpty()) {
            found.add("result", "", "the execution ends with something else: " + text(differing));
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
