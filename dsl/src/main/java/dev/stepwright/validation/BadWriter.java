package dev.stepwright.validation;

import java.util.List;

/** A {@code ResultWriter} that AWS cannot write with. */
final class BadWriter extends Rule {
    BadWriter() {
        super("ASL-MAP-010", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() == Kind.RESULT_WRITER) {
            fields(part, findings);
            MapResource.check(this, part, "a ResultWriter writes", List.of("s3:putObject"), findings);
        } else if (part.kind() == Kind.WRITER_CONFIG) {
            Choice.check(this, part, "Transformation", List.of("NONE", "COMPACT", "FLATTEN"), findings);
            Choice.check(this, part, "OutputType", List.of("JSON", "JSONL"), findings);
        }
    }

    private void fields(Part part, Findings findings) {
        String target = part.isJsonata() ? "Arguments" : "Parameters";
        boolean hasTarget = part.has("Parameters") || part.has("Arguments");
        if (part.json().isEmpty()) {
            findings.add(at(
                            part.pointer(),
                            "a ResultWriter needs Resource with %s, or WriterConfig, or both".formatted(target))
                    .service("Value cannot be empty", part.pointer()));
        } else if (part.has("Resource") && !hasTarget) {
            findings.add(at(
                            part.pointer(),
                            "a ResultWriter with Resource needs %s with the Bucket and Prefix to write to"
                                    .formatted(target))
                    .service("These fields are required: [" + target + "]", part.pointer()));
        } else if (hasTarget && !part.has("Resource") && !part.misspells("Resource")) {
            findings.add(at(
                            part.pointer(),
                            "a ResultWriter with %s needs Resource, arn:aws:states:::s3:putObject".formatted(target))
                    .service("These fields are required: [Resource]", part.pointer()));
        }
    }
}
