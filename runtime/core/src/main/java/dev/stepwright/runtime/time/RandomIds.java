package dev.stepwright.runtime.time;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random UUIDs of version 4 that nobody can guess: the key stream of AES in counter mode, from a key of {@link SecureRandom}. An execution
 * needs several; asking {@code SecureRandom} for each costs more than all else in a short one.
 */
public final class RandomIds implements Supplier<UUID> {
    private static final int BYTES = 16;
    private static final int AT_ONCE = 512 * BYTES;

    /** Ids of one key; the next key is fresh, so that who learns one does not know the ids before it. */
    private static final int KEY_LIFE = 1 << 20;

    private final SecureRandom secure = new SecureRandom();
    private final byte[] nothing = new byte[AT_ONCE];
    private final ByteBuffer stream = ByteBuffer.allocate(AT_ONCE).position(AT_ONCE);
    private Cipher cipher = cipher();
    private int left = KEY_LIFE;

    @Override
    public synchronized UUID get() {
        if (!stream.hasRemaining()) {
            fill();
        }
        long most = stream.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        long least = stream.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(most, least);
    }

    private void fill() {
        if (left <= 0) {
            cipher = cipher();
            left = KEY_LIFE;
        }
        try {
            cipher.update(nothing, 0, AT_ONCE, stream.array());
        } catch (ShortBufferException e) {
            throw new IllegalStateException("AES in counter mode gives as many bytes as it takes", e);
        }
        left -= AT_ONCE / BYTES;
        stream.clear();
    }

    private Cipher cipher() {
        byte[] key = new byte[BYTES];
        byte[] start = new byte[BYTES];
        secure.nextBytes(key);
        secure.nextBytes(start);
        try {
            Cipher fresh = Cipher.getInstance("AES/CTR/NoPadding");
            fresh.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return fresh;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "ids are made with AES in counter mode, which this Java platform does not have; give EngineConfig.Builder.ids another source",
                    e);
        }
    }
}
