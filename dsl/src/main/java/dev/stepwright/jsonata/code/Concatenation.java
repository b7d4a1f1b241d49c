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
        // The operator associates to the left: the first part stands as many levels down as there are operators.
        for (int i = 1; i < parts.length; i++) {
            evaluation.enter();
        }
        String[] texts = new String[parts.length];
        long length = 0;
        for (int i = 0; i < parts.length; i++) {
            texts[i] = text(parts[i].eval(input, frame), evaluation);
            length += texts[i].length();
            if (i > 0) {
                evaluation.leave();
            }
        }
        evaluation.chargeText(length);
        return StringNode.valueOf(join(texts, (int) length));
    }

    private static String text(JsonNode value, Evaluation evaluation) {
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isMissingNode() ? "" : TextForm.of(value, evaluation);
    }

    private static String join(String[] texts, int length) {
        if (texts.length == 2) {
            return texts[0].concat(texts[1]);
        }
        StringBuilder out = new StringBuilder(length);
        for (String text : texts) {
            out.append(text);
        }
        return out.toString();
    }
}
