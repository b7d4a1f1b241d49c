package dev.stepwright.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of ValidateStateMachineDefinition. */
public record ValidateStateMachineDefinition(String definition, String type, String severity, int maxResults) {
    public static ValidateStateMachineDefinition of(Members in) {
        String type = in.word("type", CreateStateMachine.TYPES);
        String severity = in.word("severity", List.of("ERROR", "WARNING"));
        return new ValidateStateMachineDefinition(
                in.text("definition", Length.DEFINITION),
                type == null ? "STANDARD" : type,
                severity == null ? "ERROR" : severity,
                in.pageSize(100));
    }

    /** Its answer. */
    public record Answer(String result, List<Diagnostic> diagnostics, boolean truncated) {}

    /** One finding. */
    public record Diagnostic(
            String severity,
            String code,
            String message,
            @Nullable String location) {}
}
