package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.MapMode;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.List;

/** Fields that only a distributed Map state heeds; most make an inline one fail. */
final class DistributedOnly extends Rule {
    private static final List<String> FAILING = List.of("ItemReader", "ItemBatcher", "ResultWriter");
    private static final List<String> USELESS = List.of(
            "Label",
            "ToleratedFailureCount",
            "ToleratedFailureCountPath",
            "ToleratedFailurePercentage",
            "ToleratedFailurePercentagePath");

    DistributedOnly() {
        super("ASL-MAP-005", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() != Kind.MAP || MapMode.of(part) != MapMode.INLINE) {
            return;
        }
        String remedy =
                "add \"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"} to the item processor, or remove it";
        FAILING.stream()
                .filter(part::has)
                .forEach(field -> findings.add(atName(
                        part.at(field), field + " makes every execution of an inline Map state fail; " + remedy)));
        USELESS.stream()
                .filter(part::has)
                .forEach(field -> findings.add(
                        atName(part.at(field), field + " has no effect on an inline Map state; " + remedy)));
    }
}
