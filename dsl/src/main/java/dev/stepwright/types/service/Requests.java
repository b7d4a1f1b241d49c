package dev.stepwright.types.service;

import dev.stepwright.asl.TaskResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the operations of a service take, as the SDK has it. The tables are written by {@code dsl/src/tables/requests.py}; their lines:
 * {@code OPERATION MEMBER MEMBER}, and {@code @STRUCTURE MEMBER MEMBER} for what is within. A member is {@code NAME!:TYPE}, with {@code !}
 * if it is required; {@link Taken} has the types.
 */
public final class Requests {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

    /** The services that optimized integrations name otherwise than the SDK. Their parameters are those of the SDK. */
    private static final Map<String, String> OPTIMIZED = Map.of(
            "elasticmapreduce", "emr",
            "emr-containers", "emrcontainers",
            "emr-serverless", "emrserverless",
            "events", "eventbridge",
            "states", "sfn");

    private static final Map<String, Requests> SERVICES = new ConcurrentHashMap<>();

    private final Map<String, String> lines;
    private final Map<String, Parameters> structures = new ConcurrentHashMap<>();

    private Requests(Map<String, String> lines) {
        this.lines = lines;
    }

    /** Returns what a task's call takes; empty if the tables do not have it. */
    public static Optional<Parameters> of(TaskResource resource) {
        String service = resource.isSdk()
                ? resource.service().substring(TaskResource.SDK.length())
                : OPTIMIZED.getOrDefault(resource.service(), resource.service());
        return service(service)
                .filter(requests -> requests.lines.containsKey(resource.action()))
                .map(requests -> requests.structure(resource.action()));
    }

    /** Returns what is within a request by its name, with {@code @}. */
    Parameters structure(String name) {
        return structures.computeIfAbsent(
                name, key -> Parameters.parse(Objects.requireNonNull(lines.get(key), key), this));
    }

    /** The tables of services that are never asked for are never read. */
    private static Optional<Requests> service(String name) {
        Requests known = SERVICES.get(name);
        if (known == null && NAME.matcher(name).matches()) {
            known = read(name + ".txt");
            if (known != null) {
                SERVICES.put(name, known);
            }
        }
        return Optional.ofNullable(known);
    }

    private static @Nullable Requests read(String file) {
        try (InputStream bytes = Requests.class.getResourceAsStream("requests/" + file)) {
            return bytes == null ? null : read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the table requests/" + file + " of this jar cannot be read", e);
        }
    }

    private static Requests read(InputStream bytes) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return new Requests(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableMap(line -> line.split(" ", 2)[0], line -> line)));
        }
    }
}
