package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.json.JsonText;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import tools.jackson.databind.JsonNode;

/** A task waits for a token that it does not send, so that nobody can answer. */
final class TokenNotSent extends Rule {
    TokenNotSent() {
        super("ASL-TSK-008", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        String field = part.argumentsField();
        JsonNode sent = part.value(field);
        if (sent.isObject()
                && part.resource().filter(TaskResource::isCallback).isPresent()
                && !mayHaveToken(JsonText.compact(sent), part.isJsonata())) {
            findings.add(atName(
                    part.at(field),
                    "the task waits for a token that it does not send; add %s to %s"
                            .formatted(
                                    part.isJsonata()
                                            ? "\"{% $states.context.Task.Token %}\""
                                            : "\"TaskToken.$\": \"$$.Task.Token\"",
                                    field)));
        }
    }

    /** The whole context, a variable or a placeholder may carry it. */
    private static boolean mayHaveToken(String sent, boolean isJsonata) {
        return sent.contains("Task.Token")
                || Text.isUnknown(sent)
                || (isJsonata ? sent.contains("$states.context %}") : sent.contains("\"$$\""))
                || sent.matches("(?s).*\\$[A-Za-z_][A-Za-z0-9_]*[Tt]oken.*");
    }
}
