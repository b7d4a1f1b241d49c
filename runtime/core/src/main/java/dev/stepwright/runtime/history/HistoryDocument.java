package dev.stepwright.runtime.history;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Lines;
import dev.stepwright.json.Position;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A history in the text that {@code aws stepfunctions get-execution-history} prints, or {@code GetExecutionHistory} answers: an object
 * with {@code events}, or only their array; several pages one after the other, or in an array; in JSON or YAML. The reverse of {@link AwsHistory}.
 *
 * <p>A task that could not be scheduled or started is read as one that has failed.
 */
public final class HistoryDocument {
    private static final String WANTED = "give what aws stepfunctions get-execution-history prints";
    private static final String NO_HISTORY = "; this is no history, neither in JSON nor in YAML: " + WANTED;
    private static final Pattern JSON = Pattern.compile("\\uFEFF?\\s*([\\[{]|$)");

    private final String name;
    private final List<Read> events = new ArrayList<>();
    private JsonDocument page = JsonDocument.parse("[]");
    private boolean hasMore;

    /**
     * An event with the place where it stands.
     *
     * @param details where its details stand, or it itself if it has none
     */
    private record Read(HistoryEvent event, JsonDocument page, JsonPointer place, JsonPointer details) {}

    private HistoryDocument(String name) {
        this.name = name;
    }

    /**
     * Reads the events of a text, the first one first, whatever their order there is.
     *
     * @param name what messages call it, the name of its file for example
     * @throws IllegalArgumentException if it is not as described above, events or their data are missing, or there is an event of a type that is
     *     not known; the message has the name, line and column
     */
    public static List<HistoryEntry> parse(String name, String text) {
        HistoryDocument document = new HistoryDocument(name);
        boolean looksLikeJson = JSON.matcher(text).lookingAt();
        try {
            if (looksLikeJson) {
                document.readPages(text);
            } else {
                document.readPage(JsonDocument.parseYaml(text));
            }
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(
                    name + ":" + e.position() + ": " + e.problem() + (looksLikeJson ? "" : NO_HISTORY), e);
        }
        return document.entries();
    }

    private void readPages(String text) {
        Lines lines = new Lines(text);
        int to;
        for (int from = 0; from < text.length(); from = to) {
            to = end(text, from);
            Position begin = lines.at(from);
            // Blanks in the place of what was before keep the positions.
            String before = "\n".repeat(begin.line() - 1) + " ".repeat(begin.column() - 1);
            readPage(JsonDocument.parse(before + text.substring(from, to)));
        }
    }

    private void readPage(JsonDocument document) {
        page = document;
        readPage(JsonPointer.empty());
    }

    /** Returns where the next page begins; the end of the text if none follows. */
    private static int end(String text, int from) {
        int depth = 0;
        boolean isInString = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInString) {
                i += c == '\\' ? 1 : 0;
                isInString = c != '"';
            } else if (c == '"') {
                isInString = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return text.substring(i + 1).isBlank() ? text.length() : i + 1;
            }
        }
        return text.length();
    }

    private void readPage(JsonPointer at) {
        JsonNode node = page.root().at(at);
        JsonNode list = node.isObject() ? node.path("events") : node;
        if (!list.isArray()) {
            throw refused(
                    at,
                    "a history must be an object with events, or their array, found " + JsonText.excerpt(node) + "; "
                            + WANTED);
        }
        hasMore = node.path("nextToken").isString() || node.path("NextToken").isString(); // the service's, the CLI's
        JsonPointer inList = node.isObject() ? at.appendProperty("events") : at;
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).has("events")) {
                readPage(inList.appendIndex(i));
            } else {
                readEvent(inList.appendIndex(i));
            }
        }
    }

    private void readEvent(JsonPointer at) {
        JsonNode node = page.root().at(at);
        if (!node.path("type").isString()) {
            throw refused(at, "an event must have a type, found " + JsonText.excerpt(node));
        }
        if (node.has("event_timestamp")) {
            throw refused(
                    at,
                    "a history must be what get-execution-history prints, found an event of a log; Express executions cannot be replayed from their log");
        }
        String member = null;
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> one : node.properties()) {
            if (one.getKey().endsWith("EventDetails") && one.getValue() instanceof ObjectNode object) {
                member = one.getKey();
                details = object;
            }
        }
        HistoryEvent event = new HistoryEvent(
                number(node, at, "id"),
                node.has("previousEventId") ? number(node, at, "previousEventId") : 0,
                time(node.path("timestamp"), at.appendProperty("timestamp")),
                node.get("type").stringValue(),
                member,
                details);
        events.add(new Read(event, page, at, member == null ? at : at.appendProperty(member)));
    }

    private long number(JsonNode event, JsonPointer at, String member) {
        JsonNode node = event.path(member);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw refused(
                    node.isMissingNode() ? at : at.appendProperty(member),
                    member + " must be a whole number, found " + JsonText.excerpt(node));
        }
        return node.longValue();
    }

    /** The AWS CLI prints a text or seconds since 1970, by its version and settings; Python's own form has a blank for the {@code T}. */
    private Instant time(JsonNode node, JsonPointer at) {
        try {
            if (node.isNumber()) {
                BigDecimal seconds = node.decimalValue();
                return Instant.ofEpochSecond(
                        seconds.longValue(),
                        seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
            }
            return OffsetDateTime.parse(node.asString("").replace(' ', 'T')).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw refused(
                    at,
                    "timestamp must be a text like \"2026-01-31T10:00:00.123+00:00\" or a number of seconds, found "
                            + JsonText.excerpt(node));
        }
    }

    private List<HistoryEntry> entries() {
        if (events.isEmpty()) {
            throw new IllegalArgumentException(name + ": a history must have events, found none");
        }
        events.sort(Comparator.comparingLong(read -> read.event.id()));
        if (hasMore) {
            throw new IllegalArgumentException(name + ": a history must be whole, found nextToken after event "
                    + events.get(events.size() - 1).event.id()
                    + "; fetch all pages, which the AWS CLI does without --max-items and --no-paginate");
        }
        List<HistoryEntry> entries = new ArrayList<>();
        Map<Long, EventReading.Origin> origins = new HashMap<>();
        for (Read read : events) {
            page = read.page;
            entries.add(entry(read, entries.size() + 1L, origins));
        }
        return List.copyOf(entries);
    }

    private HistoryEntry entry(Read read, long expected, Map<Long, EventReading.Origin> origins) {
        HistoryEvent event = read.event;
        if (event.id() != expected) {
            throw refused(
                    read.place,
                    event.id() < expected
                            ? "an event must be there once, found another event " + event.id()
                            : "event " + expected + " must be there, found event " + event.id() + " in its place");
        }
        if (event.previousEventId() >= event.id()) {
            throw refused(
                    read.place,
                    "previousEventId of event " + event.id() + " must be that of an earlier one, found "
                            + event.previousEventId());
        }
        EventReading reading = new EventReading(
                event,
                origins.getOrDefault(event.previousEventId(), EventReading.Origin.NONE),
                (member, problem) -> refused(
                        member.isEmpty() || !event.details().has(member)
                                ? read.place
                                : read.details.appendProperty(member),
                        "event " + event.id() + ", " + event.type() + ": " + problem));
        Event made = reading.event();
        origins.put(event.id(), reading.origin());
        return new HistoryEntry(event.id(), event.previousEventId(), event.timestamp(), made);
    }

    private IllegalArgumentException refused(JsonPointer at, String problem) {
        return new IllegalArgumentException(name + ":" + page.position(at) + ": " + problem);
    }
}
