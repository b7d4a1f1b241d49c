package dev.stepwright.diagram.report;

import dev.stepwright.diagram.course.Visit;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.Elapsed;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An event as a page tells of it. Its form of AWS is made when it is first asked for: of a long history most events are only counted. */
final class EventLine {
    /** The events whose types AWS gives names that end with {@code Failed} or {@code TimedOut}, and that of an abort. */
    static final Set<Class<? extends Event>> PROBLEMS = Set.of(
            Event.EvaluationFailed.class,
            Event.ExecutionAborted.class,
            Event.ExecutionFailed.class,
            Event.ExecutionTimedOut.class,
            Event.IterationFailed.class,
            Event.MapRunFailed.class,
            Event.StateFailed.class,
            Event.TaskFailed.class,
            Event.TaskSubmitFailed.class,
            Event.TaskTimedOut.class);

    /** What is one word in JSON, however that is laid out. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}_]\\w*");

    private final HistoryEntry entry;
    private final @Nullable Visit visit;
    private final Instant start;
    private @Nullable HistoryEvent event;

    private EventLine(HistoryEntry entry, @Nullable Visit visit, Instant start) {
        this.entry = entry;
        this.visit = visit;
        this.start = start;
    }

    /**
     * Returns the line of an event.
     *
     * @param visit that it belongs to; null for those of the execution as a whole
     * @param start of the execution
     */
    static EventLine of(HistoryEntry entry, @Nullable Visit visit, Instant start) {
        boolean isWhole = entry.event() instanceof Event.ExecutionSucceeded; // a failure names the state that failed
        return new EventLine(entry, isWhole ? null : visit, start);
    }

    HistoryEntry entry() {
        return entry;
    }

    /** Returns the visit of a state that it belongs to; null for those of the execution as a whole. */
    @Nullable
    Visit visit() {
        return visit;
    }

    /** Returns how long after the start it was. */
    String time() {
        return Elapsed.text(Duration.between(start, entry.time()));
    }

    private HistoryEvent event() {
        HistoryEvent made = event == null ? AwsHistory.of(entry) : event;
        event = made;
        return made;
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
        return entry.id();
    }

    /** Returns the type as AWS names it. */
    String type() {
        return event().type();
    }

    /** Returns the state that it belongs to; empty for those of the execution as a whole. */
    String state() {
        return visit == null ? "" : visit.name();
    }

    Map<String, String> data() {
        return data(event());
    }

    /** Returns whether its state, its type or its data have a text in them, in any case. */
    boolean has(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        boolean isWord = WORD.matcher(text).matches();
        return isIn(state(), wanted)
                || isIn(type(), wanted)
                || event().details().properties().stream()
                        .filter(member -> !member.getKey().endsWith("Details"))
                        .anyMatch(member -> isIn(isWord ? plain(member.getValue()) : value(member.getValue()), wanted));
    }

    private static boolean isIn(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** A word is in a text of JSON as it is where that is laid out. */
    private static String plain(JsonNode value) {
        return value.isString() ? value.stringValue() : value(value);
    }

    /** Returns whether a state was entered. */
    boolean isEntry() {
        return entry.event() instanceof Event.StateEntered;
    }

    boolean isProblem() {
        return PROBLEMS.contains(entry.event().getClass());
    }

    /** Returns whether a state begins or ends with it, or something went wrong. */
    boolean isTurn() {
        return isEntry() || entry.event() instanceof Event.StateExited || isProblem();
    }

    /** Returns the state and its iterations; empty for events of the execution as a whole. */
    String place() {
        return visit == null ? "" : visit.name() + visit.where();
    }

    /** Returns the state and its iterations, or what else the event tells of. */
    String subject() {
        return visit == null ? type() : place();
    }

    /** Returns the error and its cause on one line; empty if it tells of neither. */
    String problem() {
        JsonNode details = event().details();
        return joined(
                details.path("error").asString(""), inner(details.path("cause").asString("")));
    }

    /** A function, or an execution that a task has started, tells what went wrong there in JSON, among much else. */
    private static String inner(String cause) {
        if (!cause.startsWith("{")) {
            return cause;
        }
        try {
            JsonNode told = JsonDocument.parse(cause).root();
            String inner = told.has("ExecutionArn")
                    ? joined(
                            told.path("Error").asString(""),
                            inner(told.path("Cause").asString("")))
                    : told.path("errorMessage").asString("");
            return inner.isEmpty() ? cause : inner;
        } catch (JsonSyntaxException e) {
            return cause;
        }
    }

    private static String joined(String error, String cause) {
        return Stream.of(error, cause).filter(text -> !text.isEmpty()).collect(Collectors.joining(": "));
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
