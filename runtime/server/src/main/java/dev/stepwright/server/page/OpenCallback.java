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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A task that waits until somebody sends its token back.
 *
 * @param event the number of the event with which it was scheduled
 * @param input what was handed over, the token among it
 */
record OpenCallback(long event, String state, JsonNode input, String token) {
    /** What Base64 makes of a text that begins with "arn". */
    private static final Pattern ENCODED = Pattern.compile("YXJu[A-Za-z0-9_-]{40,}");

    private static final Pattern TOKEN = Pattern.compile("arn:[^\\n]+\\n\\d+\\n[0-9a-f-]{36}");

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
                if (isToken(encoded.group())) {
                    callbacks.add(
                            new OpenCallback(entry.id(), states.getOrDefault(entry.id(), ""), input, encoded.group()));
                    break;
                }
            }
        }
        return callbacks;
    }

    private static boolean isToken(String encoded) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            return TOKEN.matcher(text).matches();
        } catch (IllegalArgumentException e) {
            return false; // a text of the user's
        }
    }
}
