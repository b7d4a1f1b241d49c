package dev.stepwright.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An access key. It tells its secret to nobody, and takes the same time for whatever it is compared with. */
final class AccessKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final String id;
    private final byte[] secret;

    AccessKey(String id, String secret) {
        this.id = id;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    String id() {
        return id;
    }

    boolean isSecret(String given) {
        return MessageDigest.isEqual(sha256(given.getBytes(StandardCharsets.UTF_8)), sha256(secret));
    }

    /**
     * Returns whether a signature is that of a text.
     *
     * @param hex the signature, of lower case
     * @param scope the date, the region and the service that it was made for
     */
    boolean hasSigned(String text, String hex, String... scope) {
        byte[] key = ("AWS4" + new String(secret, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        for (String part : scope) {
            key = hmac(key, part);
        }
        String expected = HexFormat.of().formatHex(hmac(hmac(key, "aws4_request"), text));
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), hex.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "access key " + id;
    }
}
