package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Evaluation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** Base64 over the low bytes of characters, and the encodings of URLs over UTF-8. */
final class EncodingFunctions {
    private static final String UNRESERVED = "-_.!~*'()";
    private static final String RESERVED = ";/?:@&=+$,#";
    private static final String HEX = "0123456789ABCDEF";

    private EncodingFunctions() {}

    static void addTo(Registry registry) {
        registry.onDefined("base64encode", "<s-:s>", (a, c, e) -> base64(a[0].stringValue(), e));
        registry.onDefined("base64decode", "<s-:s>", (a, c, e) -> unbase64(a[0].stringValue(), e));
        registry.onDefined(
                "encodeUrlComponent", "<s-:s>", (a, c, e) -> encode(a[0], UNRESERVED, "encodeUrlComponent", e));
        registry.onDefined("encodeUrl", "<s-:s>", (a, c, e) -> encode(a[0], UNRESERVED + RESERVED, "encodeUrl", e));
        registry.onDefined("decodeUrlComponent", "<s-:s>", (a, c, e) -> decode(a[0], "", "decodeUrlComponent", e));
        registry.onDefined("decodeUrl", "<s-:s>", (a, c, e) -> decode(a[0], RESERVED, "decodeUrl", e));
    }

    private static JsonNode base64(String text, Evaluation evaluation) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return StringFunctions.text(Base64.getEncoder().encodeToString(bytes), evaluation);
    }

    /** Decodes as much as there is: both alphabets, characters outside of them skipped, padding not needed. */
    private static JsonNode unbase64(String text, Evaluation evaluation) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
            char c = text.charAt(i) == '-' ? '+' : text.charAt(i) == '_' ? '/' : text.charAt(i);
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
                clean.append(c);
            }
        }
        if (clean.length() % 4 == 1) {
            clean.setLength(clean.length() - 1);
        }
        byte[] bytes = Base64.getDecoder().decode(clean.toString());
        return StringFunctions.text(new String(bytes, StandardCharsets.ISO_8859_1), evaluation);
    }

    private static JsonNode encode(JsonNode value, String kept, String function, Evaluation evaluation) {
        ByteBuffer bytes;
        try {
            bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value.stringValue()));
        } catch (CharacterCodingException loneSurrogate) {
            throw malformed(value, function);
        }
        StringBuilder out = new StringBuilder(bytes.remaining());
        while (bytes.hasRemaining()) {
            int b = bytes.get() & 0xFF;
            if (b < 128 && (Character.isLetterOrDigit(b) || kept.indexOf(b) >= 0)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
            }
        }
        return StringFunctions.text(out.toString(), evaluation);
    }

    private static JsonataException malformed(JsonNode value, String function) {
        return JsonataException.of("D3140", value).with("functionName", function);
    }

    private static JsonNode decode(JsonNode value, String kept, String function, Evaluation evaluation) {
        String text = value.stringValue();
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '%') {
                out.append(text.charAt(at++));
                continue;
            }
            int start = at;
            int length = sequenceLength(text, at);
            byte[] bytes = new byte[Math.max(length, 0)];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) hex(text, at);
                length = hex(text, at) < 0 ? -1 : length;
                at += 3;
            }
            String decoded = length < 1 ? "" : utf8(bytes);
            if (decoded.isEmpty()) {
                throw malformed(value, function);
            }
            out.append(kept.contains(decoded) ? text.substring(start, at) : decoded);
        }
        return StringFunctions.text(out.toString(), evaluation);
    }

    /** How many bytes the character at a percent sign takes, -1 if none begins there. */
    private static int sequenceLength(String text, int at) {
        int first = hex(text, at);
        if (first < 0x80) {
            return first < 0 ? -1 : 1;
        }
        return first < 0xC2 ? -1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : -1;
    }

    private static int hex(String text, int at) {
        if (at + 2 >= text.length() || text.charAt(at) != '%') {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return "";
        }
    }
}
