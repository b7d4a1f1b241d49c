package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.Map;

/** The old names of two fields of Map states. */
final class DeprecatedField extends Rule {
    private static final Map<String, String> NAMES = Map.of("Iterator", "ItemProcessor", "Parameters", "ItemSelector");

    DeprecatedField() {
        super("ASL-MAP-003", Severity.HINT, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        NAMES.forEach((old, current) -> {
            if (part.kind() == Kind.MAP && part.has(old) && !part.has(current)) {
                findings.add(atName(part.at(old), old + " of a Map state is deprecated; rename it to " + current)
                        .mendedBy(Fix.rename(part.at(old), current)));
            }
        });
    }
}
