package dev.stepwright.jsonata.error;

import dev.stepwright.json.JsonText;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A value in a message: JSON, cut where it grows long, so that a hostile value cannot blow the message up. */
final class Excerpt {
    private static final int LONGEST = 1000;

    private final StringBuilder out = new StringBuilder();

    private Excerpt() {}

    static String of(JsonNode node) {
        Excerpt excerpt = new Excerpt();
        excerpt.write(node);
        StringBuilder out = excerpt.out;
        return out.length() <= LONGEST ? out.toString() : out.substring(0, LONGEST) + "...";
    }

    private void write(JsonNode node) {
        if (out.length() > LONGEST) {
            return;
        }
        if (node.isObject()) {
            writeObject(node);
        } else if (node.isArray()) {
            writeArray(node);
        } else if (node.isString()) {
            String text = node.stringValue();
            out.append(JsonText.quote(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
        } else if (node.isMissingNode()) {
            out.append("undefined");
        } else {
            out.append(node.isPojo() ? "\"function\"" : node.toString());
        }
    }

    private void writeObject(JsonNode node) {
        char separator = '{';
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (out.length() > LONGEST) {
                return;
            }
            out.append(separator).append(JsonText.quote(member.getKey())).append(':');
            write(member.getValue());
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private void writeArray(JsonNode node) {
        char separator = '[';
        for (int i = 0; i < node.size() && out.length() <= LONGEST; i++) {
            out.append(separator);
            write(node.get(i));
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }
}
