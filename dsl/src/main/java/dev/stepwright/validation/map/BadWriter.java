package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.AllowedWords;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import java.util.List;
import java.util.Map;

/** A {@code ResultWriter} that AWS cannot write with. */
final class BadWriter extends Rule {
    BadWriter() {
        super("ASL-MAP-010", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.RESULT_WRITER) {
            fields(part, findings);
            MapResource.check(this, part, "a ResultWriter", List.of("s3:putObject"), findings);
            MapLocation.check(this, part, Map.of("s3:putObject", List.of("Bucket")), findings);
        } else if (part.kind() == Kind.WRITER_CONFIG) {
            AllowedWords.check(this, part, findings);
        }
    }

    private void fields(Part part, Findings findings) {
        String target = part.argumentsField();
        boolean hasTarget = part.has("Parameters") || part.has("Arguments");
        if (part.json().isEmpty()) {
            findings.add(at(
                            part.pointer(),
                            "a ResultWriter needs Resource with %s, or WriterConfig, or both".formatted(target))
                    .service(ServiceWords.EMPTY, part.pointer()));
        } else if (part.has("Resource") && !hasTarget) {
            findings.add(at(
                            part.pointer(),
                            "a ResultWriter with Resource needs %s with Bucket and Prefix, the place to write to"
                                    .formatted(target))
                    .service(ServiceWords.required(target), part.pointer()));
        } else if (hasTarget && !part.has("Resource") && !part.misspells("Resource")) {
            findings.add(at(
                            part.pointer(),
                            "a ResultWriter with %s needs \"Resource\": \"arn:aws:states:::s3:putObject\""
                                    .formatted(target))
                    .service(ServiceWords.required("Resource"), part.pointer()));
        }
    }
}
