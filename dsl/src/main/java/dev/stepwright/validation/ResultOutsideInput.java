package dev.stepwright.validation;

import dev.stepwright.expression.PathRoot;

/** {@code ResultPath} leads into the Context Object or a variable. */
final class ResultOutsideInput extends Rule {
    ResultOutsideInput() {
        super("ASL-PTH-003", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(site -> site.use() == PathSite.Use.RESULT)
                .filter(site -> site.path()
                        .filter(path -> path.root() != PathRoot.INPUT)
                        .isPresent())
                .forEach(site -> findings.add(site.told(at(
                        site.pointer(),
                        "ResultPath is %s; a result goes into the input, so the path begins with $. or is $ alone; use Assign for variables"
                                .formatted(Words.quote(site.text()))))));
    }
}
