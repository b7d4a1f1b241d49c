package dev.stepwright.server.page;

import dev.stepwright.diagram.course.Course;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.task.TaskResource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A task that waits until somebody sends its token back.
 *
 * @param event the number of the event with which it was scheduled; 0 for the task of an activity
 * @param input what was handed over, as JSON; of a callback the token is among it
 */
record OpenCallback(long event, String state, String input, String token) {
    /** What Base64 makes of a text that begins with "arn". */
    private static final Pattern ENCODED = Pattern.compile("YXJu[A-Za-z0-9_-]{40,}");

    private static final Pattern TOKEN = Pattern.compile("(arn:[^\\n]+)\\n\\d+\\n[0-9a-f-]{36}");

    /** Returns the tasks of an execution that runs which wait; those whose token was handed over as a whole. */
    static List<OpenCallback> of(List<HistoryEntry> history) {
        Map<Long, HistoryEntry> open = new HashMap<>();
        Map<Long, Long> scheduled = new HashMap<>();
        List<HistoryEntry> waiting = new ArrayList<>();
        for (HistoryEntry entry : history) {
            Event event = entry.event();
            if (event instanceof Event.TaskScheduled task
                    && task.resource().pattern() == TaskResource.Completion.CALLBACK) {
                open.put(entry.id(), entry);
                scheduled.put(entry.id(), entry.id());
                waiting.add(entry);
            } else if (event instanceof Event.TaskStarted || event instanceof Event.TaskSubmitted) {
                Long task = scheduled.get(entry.previousId());
                if (task != null) {
                    scheduled.put(entry.id(), task);
                }
            } else if (event instanceof Event.TaskSucceeded
                    || event instanceof Event.TaskFailed
                    || event instanceof Event.TaskSubmitFailed
                    || event instanceof Event.TaskTimedOut) {
                open.remove(scheduled.get(entry.previousId()));
            }
        }
        waiting.retainAll(open.values());
        return waiting.isEmpty() ? List.of() : callbacks(waiting, Course.statesOfEvents(history));
    }

    private static List<OpenCallback> callbacks(List<HistoryEntry> waiting, Map<Long, String> states) {
        List<OpenCallback> callbacks = new ArrayList<>();
        for (HistoryEntry entry : waiting) {
            JsonNode input = ((Event.TaskScheduled) entry.event()).input();
            Matcher encoded = ENCODED.matcher(JsonText.compact(input));
            while (encoded.find()) {
                if (execution(encoded.group()).isPresent()) {
                    callbacks.add(new OpenCallback(
                            entry.id(), states.getOrDefault(entry.id(), ""), JsonText.pretty(input), encoded.group()));
                    break;
                }
            }
        }
        return callbacks;
    }

    /** Returns the ARN of the execution that a token belongs to; empty if it is none. */
    static Optional<String> execution(String token) {
        try {
            Matcher parts = TOKEN.matcher(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
            return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a text of the user's
        }
    }

    /** Returns the ARNs of the activities for which tasks of an execution that runs wait that no worker has taken. */
    static Set<String> activities(List<HistoryEntry> history) {
        Map<Long, String> waiting = new LinkedHashMap<>();
        for (HistoryEntry entry : history) {
            if (entry.event() instanceof Event.TaskScheduled task
                    && task.resource().family() == TaskResource.Family.ACTIVITY) {
                waiting.put(entry.id(), task.resource().text());
            } else {
                waiting.remove(entry.previousId());
            }
        }
        return new LinkedHashSet<>(waiting.values());
    }
}
