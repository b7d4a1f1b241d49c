package dev.stepwright.server.control;

import dev.stepwright.runtime.Workflow;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A definition that has been accepted. Equal to those with the same text: AWS takes another layout for another definition. */
final class Definition {
    private final String text;
    private final Workflow<JsonNode, JsonNode> workflow;
    private final Map<String, List<String>> variableReferences;

    Definition(String text, Workflow<JsonNode, JsonNode> workflow) {
        this(text, workflow, VariableReferences.of(workflow.definition()));
    }

    private Definition(
            String text, Workflow<JsonNode, JsonNode> workflow, Map<String, List<String>> variableReferences) {
        this.text = text;
        this.workflow = workflow;
        this.variableReferences = variableReferences;
    }

    /** Returns the same definition, started in another way. */
    Definition with(Workflow<JsonNode, JsonNode> other) {
        return new Definition(text, other, variableReferences);
    }

    /** Returns the text as it was sent. */
    String text() {
        return text;
    }

    /** Returns the definition, ready to be started. */
    Workflow<JsonNode, JsonNode> workflow() {
        return workflow;
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
