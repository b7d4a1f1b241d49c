package dev.stepwright.server.page;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonText;

/** Lays out definitions for people. What clients make of a file or of an object is often one line. */
final class Layout {
    private Layout() {}

    /** Returns the text of a definition with a member on each line; placeholders that stand bare stay so. */
    static String of(AslDocument definition) {
        return JsonText.pretty(JsonText.unfilled(definition.root())) + "\n";
    }

    /** Returns a definition that is one line in several; any other as it is. */
    static String ofOneLine(String definition) {
        return definition.strip().contains("\n") ? definition : of(AslDocument.parse("machine", definition));
    }
}
