package dev.stepwright.validation.task;

import dev.stepwright.asl.TaskResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operation takes, as the SDK has it. The table is written by {@code dsl/src/tables/requests.py}; its lines:
 * {@code SERVICE:OPERATION MEMBER! MEMBER}, with {@code !} for what is required.
 *
 * @param members the names that its parameters can have
 * @param required those that they must have
 */
record Request(Set<String> members, List<String> required) {
    private static final String FILE = "requests.txt";
    private static final Map<String, String> TABLE = read();

    /** The services that optimized integrations name otherwise than the SDK. Their parameters are those of the SDK. */
    private static final Map<String, String> OPTIMIZED = Map.of("events", "eventbridge", "states", "sfn");

    /** Returns what a task's call takes; empty if the table does not have it. */
    static Optional<Request> of(TaskResource resource) {
        String service = resource.isSdk()
                ? resource.service().substring(UnknownSdkCall.SDK.length())
                : OPTIMIZED.getOrDefault(resource.service(), resource.service());
        return Optional.ofNullable(TABLE.get(service + ":" + resource.action())).map(Request::parse);
    }

    private static Request parse(String line) {
        List<String> words = Stream.of(line.split(" ")).skip(1).toList();
        return new Request(
                words.stream().map(word -> word.replace("!", "")).collect(Collectors.toCollection(LinkedHashSet::new)),
                words.stream()
                        .filter(word -> word.endsWith("!"))
                        .map(word -> word.replace("!", ""))
                        .toList());
    }

    private static Map<String, String> read() {
        try (InputStream bytes = Objects.requireNonNull(Request.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableMap(line -> line.split(" ", 2)[0], line -> line));
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + FILE + " of this jar cannot be read", e);
        }
    }
}
