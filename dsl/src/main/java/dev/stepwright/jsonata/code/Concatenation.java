package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.TextForm;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** {@code a & b & c}: the texts of all parts in one string, built once. */
public final class Concatenation extends Code {
    private final Code[] parts;

    public Concatenation(Code[] parts) {
        this.parts = parts.clone();
    }

    /** Returns this chain with one more part. */
    public Concatenation with(Code part) {
        Code[] more = Arrays.copyOf(parts, parts.length + 1);
        more[parts.length] = part;
        return new Concatenation(more);
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        Evaluation evaluation = frame.evaluation;
        StringBuilder out = new StringBuilder();
        // The operator associates to the left: the first part stands as many levels down as there are operators.
        for (int i = 1; i < parts.length; i++) {
            evaluation.enter();
        }
        for (int i = 0; i < parts.length; i++) {
            JsonNode value = parts[i].eval(input, frame);
            if (value.isInt()) {
                out.append(value.intValue());
            } else if (!value.isMissingNode()) {
                String text = TextForm.of(value, evaluation);
                if ((long) out.length() + text.length() > evaluation.bounds().characters()) {
                    evaluation.chargeText((long) out.length() + text.length());
                }
                out.append(text);
            }
            if (i > 0) {
                evaluation.leave();
            }
        }
        evaluation.chargeText(out.length());
        return StringNode.valueOf(out.toString());
    }
}
