package dev.stepwright.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/** The end of a file, which tells where everything else is. */
final class Footer {
    private static final String MAGIC = "PAR1";
    private static final String ENCRYPTED = "PARE";

    /** The length of the footer, and the magic number. */
    private static final int TAIL = 8;

    /** AWS: no footer is larger. */
    private static final int MOST_BYTES = 5 << 20;

    private Footer() {}

    static FileMetaData of(byte[] file) throws IOException {
        int head = MAGIC.length();
        if (file.length < head + TAIL || !MAGIC.equals(text(file, 0))) {
            throw new RefusedFile("it does not begin with PAR1");
        }
        String end = text(file, file.length - head);
        if (end.equals(ENCRYPTED)) {
            throw new RefusedFile("it is encrypted");
        }
        if (!end.equals(MAGIC)) {
            throw new RefusedFile("it does not end with PAR1; it may be cut off");
        }
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - TAIL);
        if (length < 0 || length > MOST_BYTES) {
            throw new RefusedFile("its footer has " + Integer.toUnsignedString(length) + " bytes; at most " + MOST_BYTES
                    + " are taken");
        }
        if (length > file.length - head - TAIL) {
            throw new RefusedFile("its footer is larger than the file");
        }
        return Util.readFileMetaData(new ByteArrayInputStream(file, file.length - TAIL - length, length));
    }

    private static String text(byte[] file, int from) {
        return new String(file, from, MAGIC.length(), StandardCharsets.ISO_8859_1);
    }
}
