package dev.stepwright.validation.path;

import dev.stepwright.expression.PathRoot;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Words;

/** {@code ResultPath} leads into the Context Object or a variable. */
final class ResultOutsideInput extends PathRule {
    ResultOutsideInput() {
        super("ASL-PTH-003");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(site -> site.use() == PathSite.Use.RESULT)
                .filter(site -> site.path()
                        .filter(path -> path.root() != PathRoot.INPUT)
                        .isPresent())
                .forEach(site -> findings.add(told(
                        site,
                        at(
                                site.pointer(),
                                "ResultPath must be $ or begin with $., because the result goes into the input, found %s; use Assign for variables"
                                        .formatted(Words.quote(site.text()))))));
    }
}
