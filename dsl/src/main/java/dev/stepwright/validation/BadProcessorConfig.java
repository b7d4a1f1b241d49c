package dev.stepwright.validation;

import java.util.List;

/** The mode and execution type of an item processor do not fit. */
final class BadProcessorConfig extends Rule {
    BadProcessorConfig() {
        super("ASL-MAP-004", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() != Kind.PROCESSOR_CONFIG) {
            return;
        }
        Choice.check(this, part, "Mode", List.of("INLINE", "DISTRIBUTED"), findings);
        Choice.check(this, part, "ExecutionType", List.of("STANDARD", "EXPRESS"), findings);
        boolean isDistributed = part.text("Mode").filter("DISTRIBUTED"::equals).isPresent();
        boolean isInline =
                !part.has("Mode") || part.text("Mode").filter("INLINE"::equals).isPresent();
        if (isDistributed && !part.has("ExecutionType") && !part.misspells("ExecutionType")) {
            findings.add(at(
                            part.pointer(),
                            "the mode DISTRIBUTED needs ExecutionType, \"STANDARD\" or \"EXPRESS\": the type of the executions of the items")
                    .service("These fields are required: [ExecutionType]", part.pointer()));
        } else if (isInline && part.has("ExecutionType")) {
            findings.add(atName(
                            part.at("ExecutionType"),
                            "ExecutionType belongs to the mode DISTRIBUTED; items of the mode INLINE are no executions of their own")
                    .service("Field 'ExecutionType' is not supported", part.pointer()));
        }
    }
}
