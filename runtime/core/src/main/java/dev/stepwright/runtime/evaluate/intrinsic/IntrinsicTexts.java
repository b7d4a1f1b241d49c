package dev.stepwright.runtime.evaluate.intrinsic;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The intrinsic functions of strings. */
final class IntrinsicTexts {
    /** What a function gives at most; no state may have so large an output. */
    private static final int MAX_RESULT = 1 << 22;

    /** What Base64 and hash functions take at most. */
    private static final int MAX_CHARACTERS = 10_000;

    static final Set<String> HASHES = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private IntrinsicTexts() {}

    static JsonNode format(JsonNode[] arguments) {
        String template = arguments[0].stringValue();
        StringBuilder out = new StringBuilder(template.length() + 16 * arguments.length);
        int next = 1;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '\\' && i + 1 < template.length() && "{}\\'".indexOf(template.charAt(i + 1)) >= 0) {
                out.append(template.charAt(++i));
            } else if (c == '{' && i + 1 < template.length() && template.charAt(i + 1) == '}') {
                if (next == arguments.length) {
                    throw places(template, arguments.length - 1);
                }
                print(arguments[next++], out);
                i++;
            } else {
                out.append(c);
            }
        }
        if (next != arguments.length) {
            throw places(template, arguments.length - 1);
        }
        return IntrinsicBodies.NODES.stringNode(out.toString());
    }

    private static IntrinsicBody.Refusal places(String template, int values) {
        return new IntrinsicBody.Refusal(
                "The number of {} in '" + template + "' is not the number of values, " + values + ".");
    }

    /** AWS: objects and arrays look as Java prints maps and lists. */
    private static void print(JsonNode value, StringBuilder out) {
        if (out.length() > MAX_RESULT) {
            throw tooLong();
        }
        if (value.isString()) {
            out.append(value.stringValue());
        } else if (value.isObject()) {
            String separator = "{";
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                out.append(separator).append(member.getKey()).append('=');
                print(member.getValue(), out);
                separator = ", ";
            }
            out.append(value.isEmpty() ? "{}" : "}");
        } else if (value.isArray()) {
            String separator = "[";
            for (JsonNode element : value) {
                out.append(separator);
                print(element, out);
                separator = ", ";
            }
            out.append(value.isEmpty() ? "[]" : "]");
        } else {
            out.append(JsonText.compact(value));
        }
    }

    static String json(JsonNode value) {
        return JsonText.compact(value, MAX_RESULT).orElseThrow(IntrinsicTexts::tooLong);
    }

    private static IntrinsicBody.Refusal tooLong() {
        return new IntrinsicBody.Refusal("The text has more than " + MAX_RESULT + " characters.");
    }

    /** AWS: a blank text stands for null. */
    static JsonNode parse(String text) {
        if (text.isBlank()) {
            return IntrinsicBodies.NODES.nullNode();
        }
        try {
            return JsonDocument.parse(text).root();
        } catch (JsonSyntaxException e) {
            throw new IntrinsicBody.Refusal("The text is not JSON: " + e.getMessage());
        }
    }

    static JsonNode encode(String text) {
        checkLength(text);
        return IntrinsicBodies.NODES.stringNode(
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    static JsonNode decode(String text) {
        checkLength(text);
        try {
            return IntrinsicBodies.NODES.stringNode(
                    new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IntrinsicBody.Refusal("The text is not Base64: " + e.getMessage() + ".");
        }
    }

    static JsonNode hash(JsonNode data, String algorithm) {
        String text = data.isString() ? data.stringValue() : json(data);
        checkLength(text);
        if (!HASHES.contains(algorithm)) {
            throw new IntrinsicBody.Refusal(
                    "The algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512, found '" + algorithm + "'.");
        }
        return IntrinsicBodies.NODES.stringNode(digest(text, algorithm));
    }

    static String digest(String text, String algorithm) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no " + algorithm, e);
        }
    }

    private static void checkLength(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new IntrinsicBody.Refusal(
                    "The text has " + text.length() + " characters; at most " + MAX_CHARACTERS + " are allowed.");
        }
    }

    /** AWS: each character of {@code delimiters} divides, and empty parts are left out. */
    static JsonNode split(String text, String delimiters) {
        ArrayNode parts = IntrinsicBodies.NODES.arrayNode();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || delimiters.indexOf(text.charAt(i)) >= 0) {
                if (i > start) {
                    parts.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
