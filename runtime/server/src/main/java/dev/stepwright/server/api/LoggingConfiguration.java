package dev.stepwright.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a machine's executions is logged. The destination is kept and shown; the log of the server is the only one there is. */
public record LoggingConfiguration(
        String level,
        boolean includeExecutionData,
        @Nullable List<LogDestination> destinations) {
    /** What a machine has that says nothing. */
    public static final LoggingConfiguration OFF = new LoggingConfiguration("OFF", false, null);

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
    public void check() {
        List<String> arns = destinations == null
                ? List.of()
                : destinations.stream().map(LogDestination::arn).toList();
        if (arns.size() > 1 || arns.contains("") || (arns.isEmpty() && !level.equals("OFF"))) {
            throw refused("Must specify exactly one Log Destination.");
        }
        if (!arns.stream().allMatch(LogDestination.GROUP.asMatchPredicate())) {
            throw refused("Log Destination not found.");
        }
    }

    private static ApiError refused(String problem) {
        return ApiError.of("InvalidLoggingConfiguration", "Invalid Logging Configuration: " + problem);
    }
}
