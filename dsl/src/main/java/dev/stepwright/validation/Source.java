package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The text of a definition, in which findings get their line and column. */
final class Source {
    private final AslDocument document;
    private @Nullable List<String> lines;

    Source(AslDocument document) {
        this.document = document;
    }

    JsonNode root() {
        return document.root();
    }

    Position position(Spot spot) {
        return switch (spot.part()) {
            case VALUE -> document.position(spot.pointer());
            case NAME -> document.keyPosition(spot.pointer());
            case CHARACTER -> {
                Position start = document.position(spot.pointer());
                yield StringPlace.of(lines().get(start.line() - 1), start, spot.offset());
            }
        };
    }

    private List<String> lines() {
        if (lines == null) {
            lines = document.text().lines().toList();
        }
        return lines;
    }
}
