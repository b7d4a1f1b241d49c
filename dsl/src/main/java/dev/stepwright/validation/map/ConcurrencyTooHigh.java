package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.MapMode;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** {@code MaxConcurrency} is higher than AWS ever goes. */
final class ConcurrencyTooHigh extends Rule {
    private static final int INLINE = 40;
    private static final int DISTRIBUTED = 10_000;

    ConcurrencyTooHigh() {
        super("ASL-MAP-012", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode value = part.value("MaxConcurrency");
        MapMode mode = MapMode.of(part);
        if (part.kind() != Kind.MAP || !value.isIntegralNumber() || mode == MapMode.UNKNOWN) {
            return;
        }
        int most = mode == MapMode.INLINE ? INLINE : DISTRIBUTED;
        if (value.decimalValue().compareTo(BigDecimal.valueOf(most)) > 0) {
            findings.add(at(
                    part.at("MaxConcurrency"),
                    "MaxConcurrency is %s, but AWS runs at most %d items of %s Map state at once; lower it"
                            .formatted(
                                    Words.show(value), most, mode == MapMode.INLINE ? "an inline" : "a distributed")));
        }
    }
}
