package dev.stepwright.diagram.report;

import dev.stepwright.asl.FailState;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.course.HistoryReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that went wrong, told once whatever it has made fail: a Map and the execution around it, for example.
 *
 * @param event the one that it began with
 * @param text its error and cause
 */
record Problem(EventLine event, String text) {
    /** @param events all of an execution; the id of the first is 1 */
    static List<Problem> of(List<EventLine> events, HistoryReader reader, StateMachineDefinition definition) {
        Map<Long, Problem> problems = new LinkedHashMap<>();
        for (EventLine event : events) {
            if (event.isProblem()) {
                EventLine origin = events.get((int) reader.origin(event.entry()).id() - 1);
                String text = event.problem();
                Problem before = problems.get(origin.id());
                if (before == null || before.text.isEmpty()) {
                    problems.put(origin.id(), new Problem(origin, text));
                } else if (!text.isEmpty() && !text.equals(before.text)) {
                    problems.put(event.id(), new Problem(event, text));
                }
            }
        }
        return problems.values().stream()
                .map(problem -> problem.text.isEmpty() ? problem.worded(definition) : problem)
                .toList();
    }

    private Problem worded(StateMachineDefinition definition) {
        String unnamed = event.isProblem() ? event.type() : "no error name";
        return new Problem(event, defined(definition, event.state()).orElse(unnamed));
    }

    /** Returns the error that a definition has for a Fail state: no event has that of one in a Parallel or Map that is caught. */
    static Optional<String> defined(StateMachineDefinition definition, String state) {
        return definition.scopes().stream()
                .flatMap(scope -> Stream.ofNullable(scope.states().get(state)))
                .filter(FailState.class::isInstance)
                .flatMap(fail -> fail.text("Error").stream())
                .findFirst();
    }
}
