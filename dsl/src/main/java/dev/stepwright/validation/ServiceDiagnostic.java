package dev.stepwright.validation;

import dev.stepwright.asl.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One finding in the words of AWS Step Functions, as ValidateStateMachineDefinition returns it.
 *
 * @param severity {@link Severity#ERROR} or {@link Severity#WARNING}
 * @param code for example {@code SCHEMA_VALIDATION_FAILED}
 * @param message the text of the service where it is known, else ours
 * @param location a path such as {@code /States/Pick/Choices[0]/Next}, null where the service gives none
 */
public record ServiceDiagnostic(
        Severity severity,
        String code,
        String message,
        @Nullable String location) {
    /** Returns the finding as CreateStateMachine reports it: {@code code: message at location}. */
    @Override
    public String toString() {
        return code + ": " + message + (location == null ? "" : " at " + location);
    }
}
