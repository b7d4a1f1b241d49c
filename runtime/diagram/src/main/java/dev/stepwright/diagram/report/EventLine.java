package dev.stepwright.diagram.report;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An event as a page tells of it.
 *
 * @param type as AWS names it
 * @param state the state that it belongs to; empty for those of the execution as a whole
 * @param at when it was
 * @param time how long after the start
 * @param data its details, each for a reader
 */
record EventLine(long id, String type, String state, Instant at, String time, Map<String, String> data) {
    static EventLine of(HistoryEntry entry, String state, Instant start) {
        HistoryEvent event = AwsHistory.of(entry);
        Map<String, String> data = new LinkedHashMap<>();
        event.details().properties().forEach(member -> {
            if (!member.getKey().endsWith("Details")) {
                data.put(member.getKey(), cut(value(member.getValue())));
            }
        });
        String time = Page.seconds(Duration.between(start, entry.time()));
        String own = event.type().equals("ExecutionSucceeded") ? "" : state; // a failure names the state that failed
        return new EventLine(entry.id(), event.type(), own, entry.time(), time, data);
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

    private static String cut(String text) {
        return text.length() <= ExecutionReport.MOST_CHARACTERS
                ? text
                : text.substring(0, ExecutionReport.MOST_CHARACTERS) + "\u2026 (" + text.length() + " characters)";
    }

    boolean isProblem() {
        return type.endsWith("Failed") || type.endsWith("TimedOut") || type.equals("ExecutionAborted");
    }

    /** Returns the state, or what else the event tells of. */
    String subject() {
        return state.isEmpty() ? type : state;
    }

    /** Returns the error and its cause on one line. */
    String problem() {
        String error = data.getOrDefault("error", type);
        String cause = data.getOrDefault("cause", "");
        return cause.isEmpty() ? error : error + ": " + cause;
    }

    /** Returns the status of an execution whose last event this is. */
    String status() {
        return switch (type) {
            case "ExecutionSucceeded" -> "SUCCEEDED";
            case "ExecutionFailed" -> "FAILED";
            case "ExecutionAborted" -> "ABORTED";
            case "ExecutionTimedOut" -> "TIMED_OUT";
            default -> "RUNNING";
        };
    }
}
