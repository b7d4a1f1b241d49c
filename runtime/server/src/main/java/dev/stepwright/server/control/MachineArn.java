package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of a state machine, of a version of it, or of an alias.
 *
 * @param text all of it
 * @param machine the ARN of the machine
 * @param qualifier the number of a version or the name of an alias; null for the machine itself
 */
record MachineArn(String text, String machine, @Nullable String qualifier) {
    /**
     * Takes an ARN apart.
     *
     * @throws ApiError {@code InvalidArn}; {@code ValidationException} for that of a labelled machine
     */
    static MachineArn parse(String text) {
        Arn arn = Arn.parse(text, "stateMachine");
        if (arn.path().size() > 2) {
            throw ApiError.invalidArn("Invalid ARN: " + text);
        }
        if (arn.name().contains("/")) {
            throw ApiError.validation(
                    "API_DOES_NOT_SUPPORT_LABELED_ARNS",
                    "API does not support labeled state machine ARNs. Received: " + text);
        }
        return new MachineArn(
                text, arn.unqualified(), arn.path().size() == 2 ? arn.path().get(1) : null);
    }

    /** Returns the number of the version that is named; empty for an alias and for the machine itself. */
    OptionalInt version() {
        return qualifier != null && qualifier.matches("[1-9]\\d{0,8}")
                ? OptionalInt.of(Integer.parseInt(qualifier))
                : OptionalInt.empty();
    }
}
