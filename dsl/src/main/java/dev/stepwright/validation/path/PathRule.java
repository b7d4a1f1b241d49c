package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Comparison;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.machine.PathSyntax;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;

/** A rule for paths and calls that AWS refuses, all with the same words. */
abstract class PathRule extends Rule {
    PathRule(String id) {
        super(id, Severity.ERROR, SCHEMA);
    }

    /** Returns that a place does not have what it is to have. */
    final Finding badSyntax(PathSite site, String what, PathSyntax syntax) {
        return told(
                site,
                atCharacter(
                        site.pointer(),
                        syntax.offset(),
                        "invalid %s %s in %s: %s"
                                .formatted(what, Words.quote(site.text()), site.noun(), syntax.problem())));
    }

    /** Returns the finding with what AWS says of a value that is neither path nor call. */
    static Finding told(PathSite site, Finding finding) {
        if (site.field().equals("Variable") || Comparison.of(site.field()).isPresent()) {
            return finding.service(ServiceWords.noReferencePath(site.text()), site.pointer());
        }
        return site.use() == PathSite.Use.TEMPLATE
                ? finding.service(
                        "The value for the field '%s' must be a valid JSONPath or a valid intrinsic function call"
                                .formatted(site.noun()),
                        site.part().at(site.field()))
                : finding.service(
                        site.use() == PathSite.Use.PATH || !site.text().startsWith("$")
                                ? "Value must be a valid JSONPath."
                                : "Value is not a Reference Path",
                        site.pointer());
    }
}
