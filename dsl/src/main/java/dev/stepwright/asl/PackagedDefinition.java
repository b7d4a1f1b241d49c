package dev.stepwright.asl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The definition that is packaged with the classes generated from it. */
public final class PackagedDefinition {
    private PackagedDefinition() {}

    /**
     * Reads a definition and closes what it is read from.
     *
     * @param text in UTF-8; null if there is no such resource
     * @param resource where the text is on the class path
     * @param sha256 what {@link #sha256} was for the text that the classes were made from
     * @throws IllegalStateException if there is no text, or another one
     * @throws UncheckedIOException if the text cannot be read
     */
    public static StateMachineDefinition read(@Nullable InputStream text, String resource, String sha256) {
        if (text == null) {
            throw new IllegalStateException(resource + " is not on the class path; build the project again");
        }
        String asl;
        try (text) {
            asl = new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
        if (!sha256(asl).equals(sha256)) {
            throw new IllegalStateException(
                    resource + " is not the text that the classes were made from; build the project again,"
                            + " and look for a second file of this name on the class path");
        }
        return AslDocument.parse(resource, asl).definition();
    }

    /** Returns the SHA-256 of a text in UTF-8, as hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
