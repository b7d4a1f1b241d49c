package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what the rules find. */
final class Findings {
    /** As things stand in a text. */
    static final Comparator<Position> PLACES =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    private final List<Finding> findings = new ArrayList<>();

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Returns the findings as diagnostics in the order of the document; those of one place in the order of the rules. */
    List<Diagnostic> inOrderOf(AslDocument document) {
        Source source = new Source(document);
        return findings.stream()
                .filter(finding -> finding.audience() != Finding.Audience.SERVICE)
                .map(finding -> finding.in(source))
                .sorted(Comparator.comparing(Diagnostic::position, PLACES))
                .toList();
    }

    /** Returns the findings that AWS has too, for one of some audiences, in the same order. */
    List<Finding> forServiceInOrderOf(Source source, Set<Finding.Audience> audiences) {
        return findings.stream()
                .filter(finding -> audiences.contains(finding.audience()))
                .filter(finding -> !finding.rule().serviceCode().isEmpty())
                .map(finding -> Map.entry(source.position(finding.spot()), finding))
                .sorted(Map.Entry.comparingByKey(PLACES))
                .map(Map.Entry::getValue)
                .toList();
    }
}
