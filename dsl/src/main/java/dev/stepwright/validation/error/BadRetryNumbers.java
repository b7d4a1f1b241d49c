package dev.stepwright.validation.error;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.AllowedWords;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Range;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The numbers of a retry rule are outside their limits, or its jitter is none that exists. */
final class BadRetryNumbers extends Rule {
    private static final Map<String, Range> LIMITS = Map.of(
            "IntervalSeconds", Range.SECONDS_OR_NONE,
            "MaxAttempts", new Range(0, 99_999_999),
            "BackoffRate", new Range(1, Long.MAX_VALUE),
            "MaxDelaySeconds", new Range(1, 31_622_400));

    BadRetryNumbers() {
        super("ASL-ERR-003", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() != Kind.RETRY_RULE) {
            return;
        }
        LIMITS.forEach((field, range) -> range.check(this, part, field, findings));
        AllowedWords.check(this, part, findings);
        JsonNode most = part.value("MaxDelaySeconds");
        JsonNode interval = part.value("IntervalSeconds");
        if (most.isNumber()
                && interval.isNumber()
                && most.decimalValue().signum() > 0
                && most.decimalValue().compareTo(interval.decimalValue()) <= 0) {
            findings.add(at(
                            part.at("MaxDelaySeconds"),
                            "MaxDelaySeconds must be more than IntervalSeconds (%2$s), found %1$s"
                                    .formatted(Words.show(most), Words.show(interval)))
                    .service("MaxDelaySeconds must be greater than IntervalSeconds", part.pointer()));
        }
    }
}
