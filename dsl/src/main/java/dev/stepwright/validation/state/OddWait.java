package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.RunLimit;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** A Wait state that waits no time, or longer than its machine may run. */
final class OddWait extends Rule {
    /** What is longer is refused. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(99_999_999);

    OddWait() {
        super("ASL-WAI-004", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        for (Part part : machine.parts()) {
            JsonNode seconds = part.value("Seconds");
            if (part.kind() != Kind.WAIT || !seconds.isNumber()) {
                continue;
            }
            RunLimit limit = RunLimit.of(machine, part);
            BigDecimal wait = seconds.decimalValue();
            if (wait.signum() == 0) {
                findings.add(at(part.at("Seconds"), "the state waits for 0 seconds; remove it, or set a longer wait"));
            } else if (wait.compareTo(BigDecimal.valueOf(limit.seconds())) > 0 && wait.compareTo(LONGEST) <= 0) {
                findings.add(at(
                        part.at("Seconds"),
                        "%s, before this wait is over; shorten the wait".formatted(limit.reason())));
            }
        }
    }
}
