package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;

/** {@code ItemsPath} beside {@code ItemReader}: AWS reads the items and does not heed the path. */
final class PathBesideReader extends Rule {
    PathBesideReader() {
        super("ASL-MAP-014", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.MAP && part.has("ItemsPath") && part.has("ItemReader")) {
            findings.add(atName(
                            part.at("ItemsPath"),
                            "ItemsPath has no effect on items that an ItemReader reads; use ItemsPointer in its ReaderConfig")
                    .mendedBy(Fix.remove(part.at("ItemsPath"))));
        }
    }
}
