package dev.stepwright.validation;

/** A distributed Map state in an Express machine. */
final class DistributedInExpress extends Rule {
    DistributedInExpress() {
        super("ASL-MAP-013", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Machine machine, Findings findings) {
        if (machine.type() == WorkflowType.EXPRESS) {
            machine.parts().stream()
                    .filter(part -> part.kind() == Kind.MAP && MapMode.of(part) == MapMode.DISTRIBUTED)
                    .forEach(part -> findings.add(atName(
                                    part.pointer(),
                                    "an Express machine has no distributed Map states; make the machine a Standard one, or the Map state %s inline"
                                            .formatted(Words.quote(part.name())))
                            .service(
                                    "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
                                    MapMode.pointer(part))));
        }
    }
}
