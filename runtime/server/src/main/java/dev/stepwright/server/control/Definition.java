package dev.stepwright.server.control;

import dev.stepwright.asl.StateMachineDefinition;
import java.util.List;
import java.util.Map;

/** A definition that has been accepted. Equal to those with the same text: AWS takes another layout for another definition. */
final class Definition {
    private final String text;
    private final StateMachineDefinition value;
    private final Map<String, List<String>> variableReferences;

    Definition(String text, StateMachineDefinition value) {
        this.text = text;
        this.value = value;
        this.variableReferences = VariableReferences.of(value);
    }

    /** Returns the text as it was sent. */
    String text() {
        return text;
    }

    StateMachineDefinition value() {
        return value;
    }

    /** Returns which variables each state reads; states that read none are left out. */
    Map<String, List<String>> variableReferences() {
        return variableReferences;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Definition that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
