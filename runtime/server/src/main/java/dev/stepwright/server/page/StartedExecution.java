package dev.stepwright.server.page;

import dev.stepwright.diagram.course.Course;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.task.TaskResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An execution that a task has started.
 *
 * @param state whose task it is
 */
record StartedExecution(String state, String arn) {
    private static final int MOST = 100;

    /** Returns those of a history in their order, a hundred at most. */
    static List<StartedExecution> of(List<HistoryEntry> history) {
        Map<String, Long> events = new LinkedHashMap<>();
        for (HistoryEntry entry : history) {
            String arn = output(entry.event()).path("ExecutionArn").asString("");
            if (arn.contains(":execution:")) {
                events.putIfAbsent(arn, entry.id());
            }
        }
        if (events.isEmpty()) {
            return List.of();
        }
        Map<Long, String> states = Course.statesOfEvents(history);
        return events.entrySet().stream()
                .limit(MOST)
                .map(started -> new StartedExecution(states.getOrDefault(started.getValue(), ""), started.getKey()))
                .toList();
    }

    /** Returns what the service has answered that starts executions; nothing for other events. */
    private static JsonNode output(Event event) {
        if (event instanceof Event.TaskSubmitted task && isStart(task.resource())) {
            return task.output();
        }
        return event instanceof Event.TaskSucceeded task && isStart(task.resource())
                ? task.output()
                : MissingNode.getInstance();
    }

    private static boolean isStart(TaskResource resource) {
        return resource.service().equals("states") && resource.action().startsWith("startExecution");
    }
}
