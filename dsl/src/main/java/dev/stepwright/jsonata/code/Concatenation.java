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

    /** The usual few are joined in one go, which is faster than a builder. */
    private static String join(String[] t, int length) {
        return switch (t.length) {
            case 2 -> t[0].concat(t[1]);
            case 3 -> t[0] + t[1] + t[2];
            case 4 -> t[0] + t[1] + t[2] + t[3];
            case 5 -> t[0] + t[1] + t[2] + t[3] + t[4];
            default -> joinMany(t, length);
        };
    }

    private static String joinMany(String[] texts, int length) {
        StringBuilder out = new StringBuilder(length);
        for (String text : texts) {
            out.append(text);
        }
        return out.toString();
    }
}
