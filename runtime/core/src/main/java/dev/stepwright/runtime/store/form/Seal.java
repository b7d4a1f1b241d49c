package dev.stepwright.runtime.store.form;

import dev.stepwright.runtime.binary.UnreadableException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A checksum behind a record. It covers the record and the numbers under which it is filed, so that a record that has come to the wrong
 * place is noticed too.
 */
public final class Seal {
    private static final int BYTES = Integer.BYTES;

    private Seal() {}

    /** Returns the record with its checksum. */
    public static byte[] seal(byte[] record, long... place) {
        byte[] sealed = Arrays.copyOf(record, record.length + BYTES);
        int checksum = checksum(sealed, record.length, place);
        for (int i = 0; i < BYTES; i++) {
            sealed[record.length + i] = (byte) (checksum >>> 8 * i);
        }
        return sealed;
    }

    /**
     * Returns the record without its checksum.
     *
     * @throws UnreadableException if the checksum is another
     */
    public static byte[] open(byte[] sealed, String what, long... place) {
        int length = sealed.length - BYTES;
        int checksum = 0;
        for (int i = 0; i < BYTES && length >= 0; i++) {
            checksum |= (sealed[length + i] & 0xFF) << 8 * i;
        }
        if (length < 0 || checksum != checksum(sealed, length, place)) {
            throw new UnreadableException(what + " is damaged: its checksum is wrong (" + sealed.length + " bytes)");
        }
        return Arrays.copyOf(sealed, length);
    }

    /** Returns the checksum of numbers alone. */
    public static int of(long... numbers) {
        return checksum(new byte[0], 0, numbers);
    }

    private static int checksum(byte[] record, int length, long... place) {
        CRC32C crc = new CRC32C();
        crc.update(record, 0, length);
        for (long number : place) {
            for (int shift = 0; shift < Long.SIZE; shift += 8) {
                crc.update((int) (number >>> shift));
            }
        }
        return (int) crc.getValue();
    }
}
