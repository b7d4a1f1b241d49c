package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.AllowedWords;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;

/** The mode and execution type of an item processor do not fit. */
final class BadProcessorConfig extends Rule {
    BadProcessorConfig() {
        super("ASL-MAP-004", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() != Kind.PROCESSOR_CONFIG) {
            return;
        }
        AllowedWords.check(this, part, findings);
        boolean isDistributed = part.text("Mode").filter("DISTRIBUTED"::equals).isPresent();
        boolean isInline =
                !part.has("Mode") || part.text("Mode").filter("INLINE"::equals).isPresent();
        if (isDistributed && !part.has("ExecutionType") && !part.misspells("ExecutionType")) {
            findings.add(at(
                            part.pointer(),
                            "Mode DISTRIBUTED needs ExecutionType; add \"ExecutionType\": \"STANDARD\", or \"EXPRESS\"")
                    .service(ServiceWords.required("ExecutionType"), part.pointer()));
        } else if (isInline && part.has("ExecutionType")) {
            findings.add(atName(
                            part.at("ExecutionType"),
                            "ExecutionType needs Mode DISTRIBUTED; change the Mode, or remove ExecutionType")
                    .service(ServiceWords.unsupported("ExecutionType"), part.pointer()));
        }
    }
}
