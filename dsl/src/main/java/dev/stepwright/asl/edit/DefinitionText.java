package dev.stepwright.asl.edit;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;

/** The text of a definition that has been changed. */
public final class DefinitionText {
    private DefinitionText() {}

    /**
     * Returns the text of a definition that was made from the one of a document: all that both have keeps its text, white space and
     * all; what is new is written as what stands around it.
     * Placeholders that stand bare stay so.
     *
     * @param before in JSON; what is in YAML becomes JSON
     */
    public static String of(AslDocument before, StateMachineDefinition after) {
        String text = before.isJson() ? before.text() : before.asl();
        return Rewriting.of(text, before.root(), after.json());
    }
}
