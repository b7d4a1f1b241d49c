package dev.stepwright.validation;

/** A Pass state with {@code Result} and {@code Parameters}: the latter are never used. */
final class ResultAndParameters extends Rule {
    ResultAndParameters() {
        super("ASL-PAS-002", Severity.WARNING, "");
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() == Kind.PASS && part.has("Result") && part.has("Parameters") && !part.isJsonata()) {
            findings.add(atName(
                    part.at("Parameters"),
                    "Parameters have no effect on a Pass state that has Result; remove one of them"));
        }
    }
}
