package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.binary.UnreadableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The write-ahead log that a crash has left. SQLite takes a damaged frame for the end of the log and says nothing of the commits after it. A
 * commit begins only once the one before it is on the disk; so where two commits follow a damaged frame, the frame was once whole.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#walformat">The WAL file format</a>
 */
final class LogFile {
    private static final int HEADER = 32;
    private static final int HEADER_SUMMED = 24;
    private static final int FRAME_HEADER = 24;
    private static final int FRAME_SUMMED = 8;
    private static final int COMMIT = 4;
    private static final int SALT = 8;
    private static final int SUM = 16;
    private static final int MAGIC = 0x377f0682;
    private static final int SMALLEST_PAGE = 512;
    private static final int LARGEST_PAGE = 65_536;

    private final FileChannel file;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private int first;
    private int second;

    private LogFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Checks the log, if there is one.
     *
     * @throws UnreadableException if commits are lost that were on the disk
     */
    static void check(Path path) throws IOException {
        if (Files.exists(path)) {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
                new LogFile(file).check(path.getFileName().toString());
            }
        }
    }

    private void check(String name) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (!read(header, 0) || header.equals(ByteBuffer.allocate(HEADER))) {
            return; // nothing had been written
        }
        int magic = header.getInt(0);
        int page = header.getInt(SALT);
        order = (magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        add(header, 0, HEADER_SUMMED);
        if ((magic & ~1) != MAGIC || page < SMALLEST_PAGE || page > LARGEST_PAGE || !isSum(header, HEADER_SUMMED)) {
            throw damaged(name, "its header");
        }
        long damaged = -1;
        int commits = 0;
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEADER + page);
        for (long number = 0; read(frame, HEADER + number * (FRAME_HEADER + page)); number++) {
            boolean isOurs = frame.getLong(SALT) == header.getLong(SUM);
            add(frame, 0, FRAME_SUMMED);
            add(frame, FRAME_HEADER, page);
            if (isOurs && isSum(frame, SUM)) {
                commits += damaged >= 0 && frame.getInt(COMMIT) != 0 ? 1 : 0;
            } else {
                damaged = damaged < 0 ? number : damaged;
                commits = 0;
            }
            if (commits == 2) {
                throw damaged(name, "frame " + (damaged + 1));
            }
            first = frame.getInt(SUM);
            second = frame.getInt(SUM + Integer.BYTES);
        }
    }

    private static UnreadableException damaged(String name, String what) {
        return new UnreadableException("the log " + name + " is damaged in " + what
                + ", and the commits after that would be lost; restore the folder from a backup, or open stepwright.db once with the program sqlite3"
                + " to continue with what was committed before");
    }

    /** Returns whether the buffer could be filled from a place in the file. */
    private boolean read(ByteBuffer buffer, long from) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) < 0) {
                return false;
            }
        }
        buffer.flip();
        return true;
    }

    private void add(ByteBuffer bytes, int from, int length) {
        bytes.order(order);
        for (int at = from; at < from + length; at += 2 * Integer.BYTES) {
            first += bytes.getInt(at) + second;
            second += bytes.getInt(at + Integer.BYTES) + first;
        }
        bytes.order(ByteOrder.BIG_ENDIAN);
    }

    private boolean isSum(ByteBuffer bytes, int at) {
        return bytes.getInt(at) == first && bytes.getInt(at + Integer.BYTES) == second;
    }
}
