package dev.stepwright.runtime.conformance;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One recording of the real service. */
record RecordedCase(String id, JsonNode json) {
    /** When virtual time starts. */
    static final Instant START = Instant.parse("2026-01-31T10:00:00.123Z");

    private static final Pattern NOW = Pattern.compile("@@NOW([+-]\\d+)(\\.\\d+)?(Z?)@@");

    static List<RecordedCase> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(RecordedCase::readFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedCase readFile(Path file) {
        try {
            JsonNode json = JsonDocument.parse(live(Files.readString(file))).root();
            return new RecordedCase(json.path("id").stringValue(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code @@NOW+5Z@@} is five seconds after the start. */
    private static String live(String text) {
        Matcher matcher = NOW.matcher(text);
        return matcher.replaceAll(match -> DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")
                        .withZone(ZoneOffset.UTC)
                        .format(START.plus(Duration.ofSeconds(Long.parseLong(match.group(1)))))
                + (match.group(2) == null ? "" : match.group(2))
                + match.group(3));
    }

    StateMachineDefinition definition() {
        JsonNode text = json.path("definitionText");
        return StateMachineDefinition.of(
                text.isString() ? JsonDocument.parse(text.stringValue()).root() : json.path("definition"));
    }

    String inputText() {
        if (json.has("inputText")) {
            return json.path("inputText").stringValue();
        }
        return json.has("input") ? JsonText.compact(json.path("input")) : "{}";
    }

    JsonNode expected() {
        return json.path("expect");
    }

    boolean isRejected() {
        return expected().path("status").asString("").equals("CREATE_REJECTED");
    }

    boolean isOrdered() {
        return !json.path("historyOrder").asString("").equals("any")
                && expected()
                        .path("history")
                        .valueStream()
                        .allMatch(event -> event.path("id").isNumber());
    }
}
