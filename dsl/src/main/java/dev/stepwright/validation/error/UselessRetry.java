package dev.stepwright.validation.error;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.List;

/** A retry rule that never retries says how to. */
final class UselessRetry extends Rule {
    private static final List<String> HOW =
            List.of("IntervalSeconds", "BackoffRate", "MaxDelaySeconds", "JitterStrategy");

    UselessRetry() {
        super("ASL-ERR-006", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.RETRY_RULE
                && part.value("MaxAttempts").isNumber()
                && part.value("MaxAttempts").decimalValue().signum() == 0) {
            HOW.stream()
                    .filter(part::has)
                    .findFirst()
                    .ifPresent(field -> findings.add(at(
                            part.at("MaxAttempts"),
                            "MaxAttempts 0 means that these errors are never retried, so %s has no effect; remove it"
                                    .formatted(field))));
        }
    }
}
