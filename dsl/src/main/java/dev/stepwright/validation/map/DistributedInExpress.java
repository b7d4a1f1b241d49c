package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.MapMode;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** A distributed Map state in an Express machine. */
final class DistributedInExpress extends Rule {
    DistributedInExpress() {
        super("ASL-MAP-013", Severity.ERROR, SCHEMA);
    }

    @Override
    public void check(Machine machine, Findings findings) {
        if (machine.isExpress()) {
            machine.parts().stream()
                    .filter(part -> part.kind() == Kind.MAP && MapMode.of(part) == MapMode.DISTRIBUTED)
                    .forEach(part -> findings.add(atName(
                                    part.pointer(),
                                    "an Express workflow cannot have distributed Map states; make it a Standard workflow, or make the Map state %s inline"
                                            .formatted(Words.quote(part.name())))
                            .service(
                                    "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
                                    MapMode.pointer(part))));
        }
    }
}
