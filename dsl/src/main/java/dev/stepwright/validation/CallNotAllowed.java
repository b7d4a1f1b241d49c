package dev.stepwright.validation;

/** An intrinsic function in a field that takes a path only. */
final class CallNotAllowed extends Rule {
    CallNotAllowed() {
        super("ASL-INT-005", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(site -> site.isCall() && !site.mayBeCall())
                .forEach(site -> findings.add(site.told(at(
                        site.pointer(),
                        "%s takes a path and no intrinsic function, but this is %s; compute the value in the state before"
                                .formatted(site.field(), Words.quote(site.text()))))));
    }
}
