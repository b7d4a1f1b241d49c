package dev.stepwright.testkit.soundness;

import dev.stepwright.asl.State;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.FlowReport;
import dev.stepwright.types.Shape;
import dev.stepwright.types.TaskShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the analysis says that a machine needs of values of which nothing is known, held against executions that succeeded without it. */
final class Needs {
    private final FlowReport report;
    private final boolean isInputKnown;
    private final Set<String> known;
    private final Set<String> handlers;
    private final boolean hidesFailures;

    private Needs(Trial trial, List<State> states) {
        this.report = DataFlow.analyze(trial.machine(), trial.known());
        this.isInputKnown = trial.known().input().isPresent();
        this.known = trial.known().taskResults().keySet();
        this.handlers = states.stream()
                .flatMap(state -> state.catchRules().stream())
                .map(rule -> rule.json().path("Next").asString(""))
                .collect(Collectors.toSet());
        this.hidesFailures = states.stream().map(State::json).anyMatch(Needs::hidesFailures);
    }

    static Needs of(Trial trial) {
        return new Needs(
                trial,
                trial.machine().scopes().stream()
                        .flatMap(scope -> scope.states().values().stream())
                        .toList());
    }

    /** Items that run as executions of their own leave no history that would tell what they tolerate, catch or try again. */
    private static boolean hidesFailures(JsonNode state) {
        JsonNode processor = state.path("ItemProcessor");
        return processor.path("ProcessorConfig").path("Mode").asString("").equals("DISTRIBUTED")
                && (processor.findValue("Catch") != null
                        || processor.findValue("Retry") != null
                        || state.propertyNames().stream().anyMatch(name -> name.startsWith("Tolerated")));
    }

    /** Returns what is said to be needed and was not there, though no state failed. */
    List<String> contradictedBy(Run run) {
        List<String> wrong = new ArrayList<>();
        if (!(run.outcome() instanceof Outcome.Succeeded) || hidesFailures || hasFailed(run)) {
            return wrong;
        }
        if (!isInputKnown) {
            find("the input", report.input(), run.input(), wrong);
        }
        for (TaskShape task : report.tasks()) {
            if (!known.contains(task.state())) {
                run.results()
                        .getOrDefault(task.state(), List.of())
                        .forEach(result -> find("the result of " + task.state(), task.result(), result, wrong));
            }
        }
        return wrong;
    }

    /** Returns whether anything failed that was caught or tried again, so that the execution could do without what it lacked. */
    private boolean hasFailed(Run run) {
        Map<String, Integer> left = new HashMap<>();
        for (HistoryEntry entry : run.history()) {
            if (entry.event() instanceof Event.EvaluationFailed
                    || entry.event() instanceof Event.StateEntered entered && handlers.contains(entered.name())) {
                return true;
            }
            if (entry.event() instanceof Event.StateExited exited) {
                left.merge(exited.name(), 1, Integer::sum);
            }
        }
        return left.entrySet().stream()
                .anyMatch(state ->
                        run.results().getOrDefault(state.getKey(), List.of()).size() > state.getValue());
    }

    private static void find(String where, Shape shape, JsonNode value, List<String> wrong) {
        if (shape instanceof Shape.Structure structure && value.isObject()) {
            structure.members().forEach((name, member) -> {
                if (value.has(name)) {
                    find(where + "." + name, member.shape(), value.path(name), wrong);
                } else if (member.required()) {
                    wrong.add(where + " has no " + name + ", which is said to be read on every way");
                }
            });
        } else if (shape instanceof Shape.Sequence sequence && value.isArray()) {
            value.forEach(element -> find(where + "[]", sequence.element(), element, wrong));
        }
    }
}
