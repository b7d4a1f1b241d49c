package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.json.Position;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Spot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/** The text of a definition, in which findings get their line and column. */
final class Source {
    /** As things stand in a text. */
    static final Comparator<Position> PLACES =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    private final AslDocument document;

    Source(AslDocument document) {
        this.document = document;
    }

    /** Returns findings in the order of the document; those of one place stay in their order. */
    List<Finding> inOrder(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Map.entry(position(finding.spot()), finding))
                .sorted(Map.Entry.comparingByKey(PLACES))
                .map(Map.Entry::getValue)
                .toList();
    }

    Diagnostic diagnostic(Finding finding) {
        return diagnostic(
                finding.rule().id(),
                finding.rule().severity(),
                finding.spot(),
                finding.message(),
                finding.refused(),
                finding.fixes());
    }

    Diagnostic diagnostic(String rule, Severity severity, Spot spot, String message, boolean refused, List<Fix> fixes) {
        return new Diagnostic(rule, severity, spot.pointer(), position(spot), message, refused, fixes);
    }

    /** Returns the text of a string; of other values none. */
    String text(JsonPointer at) {
        return document.root().at(at).asString("");
    }

    private Position position(Spot spot) {
        return switch (spot.part()) {
            case VALUE -> document.position(spot.pointer());
            case NAME -> document.keyPosition(spot.pointer());
            case CHARACTER -> document.characterPosition(spot.pointer(), spot.offset());
        };
    }
}
