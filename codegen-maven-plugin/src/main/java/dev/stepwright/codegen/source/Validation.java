package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Position;
import java.nio.file.Path;

/** What the validator says about a definition, as findings. */
final class Validation {
    private Validation() {}

    /** Returns whether a definition is free of errors; adds all that the validator says. */
    static boolean accept(Path path, AslDocument document, Findings findings) {
        if (!document.root().isObject()) {
            findings.error(path, Position.START, "ASL-DOC-002", "a definition is a JSON object, but this is "
                    + JsonText.excerpt(document.root()));
            return false;
        }
        return true;
    }
}
