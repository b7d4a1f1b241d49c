package dev.stepwright.server.page;

import dev.stepwright.diagram.course.Course;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.task.TaskResource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A task that waits until somebody sends its token back.
 *
 * @param event the number of the event with which it was scheduled; 0 for the task of an activity
 * @param input what was handed over, as JSON; of a callback the token is among it
 * @param limits when it times out, in words; empty if it does not
 */
record OpenCallback(long event, String state, String input, String token, String limits) {
    /** What Base64 makes of a text that begins with "arn". */
    private static final Pattern ENCODED = Pattern.compile("YXJu[A-Za-z0-9_-]{40,}");

    private static final Pattern TOKEN = Pattern.compile("(arn:[^\\n]+)\\n\\d+\\n[0-9a-f-]{36}");

    /** Returns the tasks of an execution that runs which wait; those whose token was handed over as a whole. */
    static List<OpenCallback> of(List<HistoryEntry> history) {
        Map<Long, HistoryEntry> scheduled = new HashMap<>();
        Map<Long, HistoryEntry> open = new LinkedHashMap<>();
        for (HistoryEntry entry : history) {
            HistoryEntry task = scheduled.get(entry.previousId());
            if (entry.event() instanceof Event.TaskScheduled begun
                    && begun.resource().pattern() == TaskResource.Completion.CALLBACK) {
                scheduled.put(entry.id(), entry);
                open.put(entry.id(), entry);
            } else if (task != null
                    && (entry.event() instanceof Event.TaskStarted || entry.event() instanceof Event.TaskSubmitted)) {
                scheduled.put(entry.id(), task);
            } else if (task != null) {
                open.remove(task.id());
            }
        }
        return open.isEmpty() ? List.of() : callbacks(open.values(), Course.statesOfEvents(history));
    }

    private static List<OpenCallback> callbacks(Collection<HistoryEntry> waiting, Map<Long, String> states) {
        List<OpenCallback> callbacks = new ArrayList<>();
        for (HistoryEntry entry : waiting) {
            Event.TaskScheduled task = (Event.TaskScheduled) entry.event();
            Matcher encoded = ENCODED.matcher(JsonText.compact(task.input()));
            while (encoded.find()) {
                if (execution(encoded.group()).isPresent()) {
                    callbacks.add(new OpenCallback(
                            entry.id(),
                            states.getOrDefault(entry.id(), ""),
                            JsonText.pretty(task.input()),
                            encoded.group(),
                            limits(task)));
                    break;
                }
            }
        }
        return callbacks;
    }

    /**
     * Returns the task of an activity that was taken on a page.
     *
     * @param history the events of its execution. That it was started may not be among them yet
     */
    static OpenCallback taken(String activity, String input, String token, List<HistoryEntry> history) {
        String limits = "";
        for (HistoryEntry entry : history) {
            if (entry.event() instanceof Event.TaskScheduled task
                    && task.resource().text().equals(activity)
                    && JsonText.pretty(task.input()).equals(input)) {
                limits = limits(task);
            }
        }
        return new OpenCallback(0, activity, input, token, limits);
    }

    private static String limits(Event.TaskScheduled task) {
        List<String> limits = new ArrayList<>();
        if (task.timeoutSeconds() != null) {
            limits.add("after " + task.timeoutSeconds() + " s");
        }
        if (task.heartbeatSeconds() != null) {
            limits.add("after " + task.heartbeatSeconds() + " s without a heartbeat, which this page does not send");
        }
        return String.join(", or ", limits);
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
