package dev.stepwright.validation;

import java.util.List;

/** An {@code ItemBatcher} without a limit makes no batches. */
final class EmptyBatcher extends Rule {
    private static final List<String> LIMITS =
            List.of("MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath");

    EmptyBatcher() {
        super("ASL-MAP-008", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() == Kind.ITEM_BATCHER
                && LIMITS.stream().noneMatch(field -> part.has(field) || part.misspells(field))) {
            findings.add(at(part.pointer(), "an ItemBatcher needs MaxItemsPerBatch or MaxInputBytesPerBatch, or both")
                    .service("These fields are required: [MaxItemsPerBatch]", part.pointer()));
        }
    }
}
