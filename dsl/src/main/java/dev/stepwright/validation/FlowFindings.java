package dev.stepwright.validation;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.types.Calls;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.report.Finding;
import dev.stepwright.types.report.FlowRule;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;

/**
 * Joins what the flow of data through a definition brings to light with what the rules say. AWS does not look at it: a
 * definition with such an error is accepted, and fails when it runs.
 */
final class FlowFindings {
    private final List<Diagnostic> all;
    private final Map<JsonPointer, Diagnostic> byPlace = new HashMap<>();

    private FlowFindings(List<Diagnostic> ofRules) {
        this.all = new ArrayList<>(ofRules);
        ofRules.stream()
                .filter(diagnostic -> diagnostic.severity() != Severity.HINT)
                .forEach(diagnostic -> byPlace.merge(diagnostic.pointer(), diagnostic, FlowFindings::graver));
    }

    /** Returns both in the order of the document. */
    static List<Diagnostic> joined(Machine machine, List<Diagnostic> ofRules, KnownShapes known, Calls calls) {
        FlowFindings joined = new FlowFindings(ofRules);
        Source source = new Source(machine.document());
        Soundness.of(machine, ofRules)
                .map(sound -> DataFlow.findings(sound.definition(), known, calls, sound.broken()))
                .ifPresent(findings -> findings.forEach(finding -> joined.add(diagnostic(finding, source))));
        joined.all.sort(Comparator.comparing(Diagnostic::position, Source.PLACES));
        return List.copyOf(joined.all);
    }

    /** Of two that are about one value only the graver one is told, except that a schema may disagree with a whole state. */
    private void add(Diagnostic ofFlow) {
        Diagnostic ofRule = byPlace.get(ofFlow.pointer());
        if (ofRule == null || ofFlow.rule().equals(FlowRule.SCHEMA.id())) {
            all.add(ofFlow);
        } else if (graver(ofRule, ofFlow).equals(ofFlow)) {
            all.remove(ofRule);
            all.add(ofFlow);
        }
    }

    private static Diagnostic graver(Diagnostic one, Diagnostic two) {
        return two.severity().compareTo(one.severity()) < 0 ? two : one;
    }

    private static Diagnostic diagnostic(Finding finding, Source source) {
        return source.diagnostic(
                finding.rule(),
                finding.severity(),
                finding.character() == 0
                        ? Spot.value(finding.pointer())
                        : Spot.character(finding.pointer(), finding.character()),
                finding.message(),
                false,
                fix(finding, source).stream().toList());
    }

    /** Of what is not written as messages have it, the place is not known. */
    private static Optional<Fix> fix(Finding finding, Source source) {
        String text = source.text(finding.pointer());
        return finding.meant().flatMap(meant -> {
            Matcher written =
                    Pattern.compile(Pattern.quote(meant.written()) + "(?!\\w)").matcher(text);
            return written.find()
                    ? Optional.of(Fix.spell(finding.pointer(), written.start(), written.end(), meant.instead()))
                    : Optional.empty();
        });
    }
}
