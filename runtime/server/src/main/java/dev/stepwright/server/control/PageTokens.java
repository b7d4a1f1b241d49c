package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque tokens that say where the next page begins. A token is good for 24 hours, for the query that it came from, and for
 * the server that issued it.
 */
final class PageTokens {
    private static final Duration VALID = Duration.ofHours(24);
    private static final int SEAL_BYTES = 16;
    private static final String SEPARATOR = "|";

    private final InstantSource clock;
    private final SecretKeySpec secret;

    /** @param secret any bytes; tokens issued with others are refused */
    PageTokens(InstantSource clock, byte[] secret) {
        this.clock = clock;
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * Returns a token.
     *
     * @param query the operation and its arguments but for the token
     * @param key what the next page comes after
     */
    String issue(String query, String key) {
        String text = clock.instant().plus(VALID).toEpochMilli() + SEPARATOR + key;
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(seal(query, content), SEAL_BYTES + content.length);
        System.arraycopy(content, 0, sealed, SEAL_BYTES, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * Returns the key with which a token was issued.
     *
     * @throws ApiError {@code InvalidToken} if it was not issued here, for another query, or too long ago
     */
    String open(String query, String token) {
        byte[] sealed = decode(token);
        byte[] content = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(sealed, SEAL_BYTES), seal(query, content))) {
            throw ApiError.invalidToken();
        }
        String text = new String(content, StandardCharsets.UTF_8);
        int separator = text.indexOf(SEPARATOR);
        if (Instant.ofEpochMilli(Long.parseLong(text.substring(0, separator))).isBefore(clock.instant())) {
            throw ApiError.invalidToken();
        }
        return text.substring(separator + 1);
    }

    private static byte[] decode(String token) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(token);
            if (sealed.length > SEAL_BYTES) {
                return sealed;
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: no token of ours.
        }
        throw ApiError.invalidToken();
    }

    private byte[] seal(String query, byte[] content) {
        try {
            Mac mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            mac.update(query.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + secret.getAlgorithm(), e);
        }
    }
}
