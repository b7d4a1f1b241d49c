package dev.stepwright.codegen.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over named texts and files. */
final class Digest {
    private final MessageDigest hash;

    Digest() {
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the SHA-256 of a text in UTF-8, and of nothing else. */
    static String sha256(String text) {
        Digest digest = new Digest();
        digest.hash.update(text.getBytes(StandardCharsets.UTF_8));
        return digest.text();
    }

    Digest text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file under a name; one that is missing counts as other than an empty one. */
    Digest file(String name, Path file) throws IOException {
        text(name);
        return Files.isRegularFile(file) ? bytes(Files.readAllBytes(file)) : text("missing");
    }

    /** The length before the bytes keeps apart what would be one run of bytes. */
    private Digest bytes(byte[] bytes) {
        hash.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        hash.update(bytes);
        return this;
    }

    /** Returns the digest in hexadecimal. */
    String text() {
        return HexFormat.of().formatHex(hash.digest());
    }
}
