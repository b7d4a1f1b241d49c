package dev.stepwright.runtime.store.sql;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.store.form.HeaderForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A definition as it is stored: once, under the hash of its text.
 *
 * @param hash SHA-256 of the text, in hexadecimal digits
 */
public record DefinitionText(String hash, String text) {
    static DefinitionText of(StateMachineDefinition definition) {
        String text = HeaderForm.definition(definition);
        return new DefinitionText(HexFormat.of().formatHex(hash(utf8(text))), text);
    }

    static byte[] hash(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public byte[] textBytes() {
        return utf8(text);
    }

    public byte[] hashBytes() {
        return HexFormat.of().parseHex(hash);
    }

    /** Remembers the texts of definitions that come again: a machine has one object for all its executions. */
    static final class Known {
        private static final int MOST = 1_000;

        private final Map<StateMachineDefinition, DefinitionText> texts = new IdentityHashMap<>();

        synchronized DefinitionText of(StateMachineDefinition definition) {
            if (texts.size() > MOST) {
                texts.clear();
            }
            return texts.computeIfAbsent(definition, DefinitionText::of);
        }
    }
}
