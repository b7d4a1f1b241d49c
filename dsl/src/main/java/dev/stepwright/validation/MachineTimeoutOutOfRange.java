package dev.stepwright.validation;

/** The machine's {@code TimeoutSeconds} is outside its limits. */
final class MachineTimeoutOutOfRange extends Rule {
    MachineTimeoutOutOfRange() {
        super("ASL-TOP-005", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() == Kind.MACHINE) {
            Range.SECONDS.check(this, part, "TimeoutSeconds", findings);
        }
    }
}
