package dev.stepwright.validation;

import tools.jackson.databind.JsonNode;

/** A Wait state that waits no time, or longer than its machine may run. */
final class OddWait extends Rule {
    private static final int EXPRESS_SECONDS = 300;

    OddWait() {
        super("ASL-WAI-004", Severity.WARNING, "");
    }

    @Override
    void check(Machine machine, Findings findings) {
        for (Part part : machine.parts()) {
            JsonNode seconds = part.value("Seconds");
            if (part.kind() != Kind.WAIT || !seconds.isNumber()) {
                continue;
            }
            if (seconds.decimalValue().signum() == 0) {
                findings.add(at(part.at("Seconds"), "the state waits for no time; remove it, or say how long"));
            } else if (machine.type() == WorkflowType.EXPRESS
                    && seconds.decimalValue().intValue() > EXPRESS_SECONDS) {
                findings.add(at(
                        part.at("Seconds"),
                        "an Express machine ends after %d seconds, before this wait is over; make it a Standard one"
                                .formatted(EXPRESS_SECONDS)));
            }
        }
    }
}
