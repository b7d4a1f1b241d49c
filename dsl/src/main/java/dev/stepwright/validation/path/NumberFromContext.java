package dev.stepwright.validation.path;

import dev.stepwright.expression.PathRoot;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.Set;

/** A number of a Map comes from the Context Object. AWS: of the paths of a Map, only {@code ItemsPath} may lead there. */
final class NumberFromContext extends PathRule {
    private static final Set<String> NUMBERS = Set.of(
            "MaxConcurrencyPath",
            "ToleratedFailureCountPath",
            "ToleratedFailurePercentagePath",
            "MaxItemsPath",
            "MaxItemsPerBatchPath",
            "MaxInputBytesPerBatchPath");

    NumberFromContext() {
        super("ASL-PTH-007");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(site -> NUMBERS.contains(site.field()))
                .filter(site -> site.path()
                        .filter(path -> path.root() == PathRoot.CONTEXT)
                        .isPresent())
                .forEach(site -> findings.add(at(
                                site.pointer(),
                                "%s must lead into the input or a variable, found %s; assign it to a variable in a state before"
                                        .formatted(site.field(), Words.quote(site.text())))
                        .service(ServiceWords.noReferencePath(site.text()), site.pointer())));
    }
}
