package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** A function at the end of a path. AWS: it is taken for the name of a field, which is not there when the state runs. */
final class FunctionInPath extends Rule {
    FunctionInPath() {
        super("ASL-PTH-008", Severity.ERROR, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(site -> !site.leadsToOnePlace()) // there it is no path at all
                .forEach(site -> site.path().stream()
                        .flatMap(path -> path.functions().stream())
                        .forEach(call -> findings.add(finding(site, call))));
    }

    private Finding finding(PathSite site, String call) {
        return atCharacter(
                site.pointer(),
                site.text().indexOf(call),
                "paths have no functions, AWS takes %s in %s for the name of a field; use an intrinsic function such as States.ArrayLength"
                        .formatted(call, Words.quote(site.text())));
    }
}
