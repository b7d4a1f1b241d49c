package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A recorded case of the real service that has a history, which is given times and the texts that the recorder has parsed. */
record RecordedCase(String id, JsonNode json) {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00.123Z");
    private static final Duration STEP = Duration.ofMillis(3);
    private static final Set<String> TEXTS = Set.of("input", "output", "parameters");

    static List<RecordedCase> in(Path cases) throws IOException {
        try (Stream<Path> files = Files.walk(cases)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(RecordedCase::read)
                    .filter(RecordedCase::hasWholeHistory)
                    .toList();
        }
    }

    private static RecordedCase read(Path file) {
        try {
            String text = Files.readString(file).replaceAll("@@NOW[+-]\\d+(\\.\\d+)?(Z?)@@", "2026-01-31T10:00:05$1$2");
            JsonNode json = JsonDocument.parse(text).root();
            return new RecordedCase(json.path("id").stringValue(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode events() {
        return json.path("expect").path("history");
    }

    /** Some recordings are sorted by the types of events, and have lost their ids. */
    private boolean hasWholeHistory() {
        return !events().isEmpty()
                && events().valueStream().allMatch(event -> event.path("id").isNumber());
    }

    StateMachineDefinition definition() {
        JsonNode text = json.path("definitionText");
        return StateMachineDefinition.of(
                text.isString() ? JsonDocument.parse(text.stringValue()).root() : json.path("definition"));
    }

    boolean isExpress() {
        return json.path("type").asString("").equals("EXPRESS");
    }

    /** Returns the history as GetExecutionHistory answers it. */
    String history() {
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        Instant time = START;
        Long timeout = null;
        for (JsonNode event : events()) {
            String type = event.path("type").stringValue();
            JsonNode details = event.path("details");
            if (type.endsWith("Scheduled")) {
                JsonNode seconds = details.has("heartbeatInSeconds")
                        ? details.path("heartbeatInSeconds")
                        : details.path("timeoutInSeconds");
                timeout = seconds.isMissingNode() ? null : Long.valueOf(seconds.asLong());
            }
            time = type.endsWith("TimedOut") && timeout != null ? time.plusSeconds(timeout) : time.plus(STEP);
            ObjectNode shown = history.addObject();
            shown.put("timestamp", time.toString()).put("type", type);
            shown.set("id", event.path("id"));
            shown.set("previousEventId", event.path("previousEventId"));
            if (!details.isMissingNode()) {
                ObjectNode texts = shown.set("anyEventDetails", texts(details)).withObject("anyEventDetails");
                if (type.equals("ExecutionStarted")
                        && texts.path("input").asString("").contains("<?")) {
                    texts.put("input", JsonText.compact(json.path("input"))); // what the recorder has marked in it
                }
            }
        }
        return JsonText.compact(history);
    }

    private static ObjectNode texts(JsonNode details) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : details.properties()) {
            JsonNode value = member.getValue();
            boolean isJson = TEXTS.contains(member.getKey());
            if (member.getKey().equals("assignedVariables")) {
                texts.set(member.getKey(), allTexts(value));
            } else if (isJson && value.isString() && value.stringValue().startsWith("<?")) {
                texts.put(member.getKey(), JsonText.compact(value)); // a text of which only the place was kept
            } else if (isJson && !value.isString() || member.getKey().equals("cause") && value.isObject()) {
                texts.put(member.getKey(), JsonText.compact(value));
            } else {
                texts.set(member.getKey(), value);
            }
        }
        return texts;
    }

    private static ObjectNode allTexts(JsonNode values) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        values.properties()
                .forEach(one -> texts.put(
                        one.getKey(),
                        one.getValue().isString() ? one.getValue().stringValue() : JsonText.compact(one.getValue())));
        return texts;
    }
}
