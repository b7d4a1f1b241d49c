package dev.stepwright.server.control;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.server.api.ApiError;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A definition that has been accepted. Equal to those with the same text: AWS takes another layout for another definition. */
final class Definition {
    private final String text;
    private final StateMachineDefinition parsed;
    private final @Nullable Workflow<JsonNode, JsonNode> workflow;
    private final String refusal;
    private final Map<String, List<String>> variableReferences;

    /** @param refusal why there is no workflow; empty if there is one */
    private Definition(
            String text,
            StateMachineDefinition parsed,
            @Nullable Workflow<JsonNode, JsonNode> workflow,
            String refusal) {
        this.text = text;
        this.parsed = parsed;
        this.workflow = workflow;
        this.refusal = refusal;
        this.variableReferences = VariableReferences.of(parsed);
    }

    static Definition of(String text, Workflow<JsonNode, JsonNode> workflow) {
        return new Definition(text, workflow.definition(), workflow, "");
    }

    /** Returns a definition that was accepted by an earlier server, and cannot be run by this one. */
    static Definition refused(String text, StateMachineDefinition parsed, String reason) {
        return new Definition(text, parsed, null, reason);
    }

    /** Returns the same definition, started in another way. */
    Definition with(UnaryOperator<Workflow<JsonNode, JsonNode>> way) {
        return workflow == null ? this : new Definition(text, parsed, way.apply(workflow), refusal);
    }

    /** Returns the text as it was sent. */
    String text() {
        return text;
    }

    StateMachineDefinition parsed() {
        return parsed;
    }

    /**
     * Returns the definition, ready to be started.
     *
     * @throws ApiError {@code InvalidDefinition} if it cannot be run any more
     */
    Workflow<JsonNode, JsonNode> workflow() {
        if (workflow == null) {
            throw ApiError.invalidDefinition(refusal);
        }
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
