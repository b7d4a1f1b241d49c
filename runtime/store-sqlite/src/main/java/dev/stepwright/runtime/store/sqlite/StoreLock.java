package dev.stepwright.runtime.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second process, and a second store in this one, out of a folder. The system lets go of it when the process ends, however it ends; on POSIX
 * also when the process closes any other channel of the file, so this process opens it once.
 */
final class StoreLock implements AutoCloseable {
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private StoreLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws IllegalStateException if somebody else has it
     */
    static StoreLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!OURS.add(real)) {
            throw isOpen(folder, us());
        }
        try {
            return new StoreLock(real, locked(folder));
        } catch (IOException | RuntimeException e) {
            OURS.remove(real);
            throw e;
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        Path file = file(folder);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw isOpen(folder, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(us().getBytes(StandardCharsets.US_ASCII)), 0);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("stepwright.lock");
    }

    /** Returns the file that is locked. Once it is removed it keeps nobody out. */
    Path file() {
        return file(folder);
    }

    private static String us() {
        return Long.toString(ProcessHandle.current().pid());
    }

    private static IllegalStateException isOpen(Path folder, String process) {
        return new IllegalStateException("the store in " + folder + " is open in process " + process
                + "; close it there, or use another folder for this engine");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OURS.remove(folder);
        }
    }
}
