package dev.stepwright.runtime.store.postgres;

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
record DefinitionText(String hash, String text) {
    static DefinitionText of(StateMachineDefinition definition) {
        String text = HeaderForm.definition(definition);
        return new DefinitionText(hash(text), text);
    }

    static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    byte[] textBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] hashBytes() {
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
