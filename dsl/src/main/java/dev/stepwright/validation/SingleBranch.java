package dev.stepwright.validation;

/** A Parallel state with one branch does nothing side by side. */
final class SingleBranch extends Rule {
    SingleBranch() {
        super("ASL-PAR-002", Severity.HINT, "");
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() == Kind.PARALLEL && part.value("Branches").size() == 1) {
            findings.add(
                    at(
                            part.at("Branches"),
                            "one branch runs beside nothing; unless its states share a Retry or Catch, put them into the states around"));
        }
    }
}
