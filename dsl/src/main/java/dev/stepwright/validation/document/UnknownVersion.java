package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** {@code Version} is not {@code "1.0"}. */
final class UnknownVersion extends Rule {
    UnknownVersion() {
        super("ASL-TOP-004", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode version = part.value("Version");
        if (part.kind() == Kind.MACHINE
                && !version.isMissingNode()
                && !version.asString("").equals("1.0")
                && !Text.isUnknown(version)) {
            findings.add(at(
                            part.at("Version"),
                            "Version must be \"1.0\", found " + Words.show(version)
                                    + "; correct it, or remove the field")
                    .service("Value should be one of the following: [1.0]", part.at("Version"))
                    .mendedBy(Fix.put(part.at("Version"), "1.0")));
        }
    }
}
