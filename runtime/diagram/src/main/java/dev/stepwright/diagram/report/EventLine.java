package dev.stepwright.diagram.report;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.Elapsed;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An event as a page tells of it.
 *
 * @param state the state that it belongs to; empty for those of the execution as a whole
 * @param time how long after the start
 */
record EventLine(HistoryEvent event, String state, String time) {
    static EventLine of(HistoryEntry entry, String state, Instant start) {
        HistoryEvent event = AwsHistory.of(entry);
        String own = event.type().equals("ExecutionSucceeded") ? "" : state; // a failure names the state that failed
        return new EventLine(event, own, Elapsed.text(Duration.between(start, entry.time())));
    }

    /** Returns the details of an event, each for a reader. */
    static Map<String, String> data(HistoryEvent event) {
        Map<String, String> data = new LinkedHashMap<>();
        event.details().properties().forEach(member -> {
            if (!member.getKey().endsWith("Details")) {
                data.put(member.getKey(), value(member.getValue()));
            }
        });
        return data;
    }

    /** A text that is JSON, as inputs and outputs are, is shown as such. */
    private static String value(JsonNode value) {
        if (!value.isString()) {
            return JsonText.pretty(value);
        }
        String text = value.stringValue();
        try {
            return text.startsWith("{") || text.startsWith("[")
                    ? JsonText.pretty(JsonDocument.parse(text).root())
                    : text;
        } catch (JsonSyntaxException e) {
            return text; // a cause that only begins like JSON
        }
    }

    long id() {
        return event.id();
    }

    /** Returns the type as AWS names it. */
    String type() {
        return event.type();
    }

    Map<String, String> data() {
        return data(event);
    }

    /** Returns whether its state, its type or its data have a text in them, in any case. */
    boolean has(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(state, type()), data().values().stream())
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Returns whether a state was entered. */
    boolean isEntry() {
        return type().endsWith("StateEntered");
    }

    boolean isProblem() {
        return type().endsWith("Failed") || type().endsWith("TimedOut") || type().equals("ExecutionAborted");
    }

    /** Returns the state, or what else the event tells of. */
    String subject() {
        return state.isEmpty() ? type() : state;
    }

    /** Returns the error and its cause on one line. */
    String problem() {
        String error = event.details().path("error").asString(type());
        String cause = event.details().path("cause").asString("");
        return cause.isEmpty() ? error : error + ": " + cause;
    }

    /** Returns whether this is the end of the execution by a problem that another event has told of already. */
    boolean isSaidBy(EventLine other) {
        return type().equals("ExecutionFailed")
                && other.subject().equals(subject())
                && other.problem().equals(problem());
    }

    /** Returns the status of an execution whose last event this is. */
    String status() {
        return switch (type()) {
            case "ExecutionSucceeded" -> "SUCCEEDED";
            case "ExecutionFailed" -> "FAILED";
            case "ExecutionAborted" -> "ABORTED";
            case "ExecutionTimedOut" -> "TIMED_OUT";
            default -> "RUNNING";
        };
    }
}
