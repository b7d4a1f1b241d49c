package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.Position;
import tools.jackson.databind.JsonNode;

/** The text of a definition, in which findings get their line and column. */
final class Source {
    private final AslDocument document;

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
            case CHARACTER -> document.characterPosition(spot.pointer(), spot.offset());
        };
    }
}
