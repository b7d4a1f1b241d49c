package dev.stepwright.permission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The operations that SDK integrations name, those of all SDKs when this version was made. Those that have permissions are read from
 * the table of permissions, the rest from one that {@code dsl/src/tables/sdk_operations.py} writes. Its lines: {@code =NAME SERVICE}, for
 * what the command line calls a service; {@code SERVICE OPERATION OPERATION}.
 */
public final class SdkOperations {
    private static final String FILE = "sdk-operations.txt";
    private static final SdkOperations MORE = read();

    private final Map<String, String> services = new HashMap<>();
    private final Map<String, Set<String>> operations = new HashMap<>();

    private SdkOperations() {}

    /**
     * Returns the operations of a service.
     *
     * @param service as the resource names it, {@code sfn} in {@code arn:aws:states:::aws-sdk:sfn:startSyncExecution}
     * @return their names, {@code startSyncExecution}; and those of actions that are IAM's alone; none if there is no such service
     */
    public static Set<String> of(String service) {
        Set<String> permitted = ServiceActions.isSdkName(service)
                ? ServiceActions.operations(ServiceActions.prefix(service))
                : Set.of();
        Set<String> all = new LinkedHashSet<>(permitted);
        all.addAll(MORE.operations.getOrDefault(service, Set.of()));
        return all;
    }

    /**
     * Returns the services that a name means which is not theirs, but that of the command line or of permissions: {@code eventbridge} for
     * {@code events}; else those that have the operation.
     */
    public static Set<String> services(String name, String operation) {
        Set<String> named = named(name);
        return named.isEmpty() ? all(service -> of(service).contains(operation)) : named;
    }

    /** Returns the services that the command line or permissions call by a name: {@code sfn} for {@code stepfunctions} and {@code states}. */
    public static Set<String> named(String name) {
        Set<String> named = new TreeSet<>(ServiceActions.sdkNames(name::equals));
        Stream.ofNullable(MORE.services.get(name.replace("-", ""))).forEach(named::add);
        return named;
    }

    /** Returns the names of all services. */
    public static Set<String> services() {
        return all(service -> true);
    }

    private static Set<String> all(Predicate<String> services) {
        Set<String> all = new TreeSet<>(ServiceActions.sdkNames(prefix -> true));
        all.addAll(MORE.operations.keySet());
        all.removeIf(services.negate());
        return all;
    }

    private static SdkOperations read() {
        SdkOperations table = new SdkOperations();
        try (InputStream bytes = Objects.requireNonNull(SdkOperations.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            Set<String> last = Set.of();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = List.of(line.strip().split(" "));
                if (line.startsWith("=")) {
                    table.services.put(words.get(0).substring(1), words.get(1));
                } else if (line.startsWith("  ")) {
                    last.addAll(words);
                } else if (!line.startsWith("#")) {
                    last = new LinkedHashSet<>(words.subList(1, words.size()));
                    table.operations.put(words.get(0), last);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + FILE + " of this jar cannot be read", e);
        }
        return table;
    }
}
