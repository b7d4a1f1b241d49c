package dev.stepwright.server.api;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a machine's executions is logged. The destination is kept and shown; the log of the server is the only one there is. */
public record LoggingConfiguration(
        String level,
        boolean includeExecutionData,
        @Nullable List<LogDestination> destinations) {
    /** What a machine has that says nothing. */
    public static final LoggingConfiguration OFF = new LoggingConfiguration("OFF", false, null);

    private static final Pattern LOGGED = Pattern.compile("^[0-9A-Za-z.\\/\\-_:]+$");
    private static final List<String> LEVELS = List.of("ALL", "ERROR", "FATAL", "OFF");

    static LoggingConfiguration read(Members in) {
        String level = in.word("level", LEVELS);
        List<LogDestination> destinations = in.structures("destinations", LogDestination::read);
        return new LoggingConfiguration(
                level == null ? "OFF" : level,
                in.flag("includeExecutionData"),
                destinations == null ? null : List.copyOf(destinations));
    }

    /**
     * Checks what the service refuses.
     *
     * @throws ApiError {@code InvalidLoggingConfiguration}
     */
    private void check() {
        int count = destinations == null ? 0 : destinations.size();
        if (count > 1 || count == 0 && logsAnything()) {
            throw refused("Must specify exactly one Log Destination.");
        }
        if (count == 1) {
            Objects.requireNonNull(destinations).get(0).problem().ifPresent(problem -> {
                throw refused(problem);
            });
        }
    }

    /**
     * Checks that what is logged can have its log: AWS names the log by the machine, and CloudWatch Logs takes fewer names.
     *
     * @throws ApiError {@code InvalidLoggingConfiguration}
     */
    public void check(String machineArn) {
        check();
        if (logsAnything() && !LOGGED.matcher(machineArn).matches()) {
            throw refused(
                    "1 validation error detected: Value '%s' at 'resourceId' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
                            .formatted(machineArn, LOGGED));
        }
    }

    /** Returns whether executions are logged at all. */
    public boolean logsAnything() {
        return !level.equals("OFF");
    }

    private static ApiError refused(String problem) {
        return ApiError.of("InvalidLoggingConfiguration", "Invalid Logging Configuration: " + problem);
    }
}
