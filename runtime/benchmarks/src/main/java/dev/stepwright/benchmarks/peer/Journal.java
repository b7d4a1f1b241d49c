package dev.stepwright.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The limit of a durable engine that blocks a thread per execution: every transition is one event of 300 bytes, and on disk before
 * the next. All executions write to one file; what has come while the disk was busy is written at once.
 */
final class Journal implements AutoCloseable {
    private static final byte[] EVENT = new byte[300];
    private static final int ROOM = 1 << 20;
    private static final int GROWTH = 32 << 20;

    private final FileChannel file;
    private final Thread writer = new Thread(this::write, "journal");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition synced = lock.newCondition();
    private ByteBuffer filling = ByteBuffer.allocateDirect(ROOM);
    private ByteBuffer spare = ByteBuffer.allocateDirect(ROOM);
    private long appended;
    private long durable;
    private @Nullable IOException failure;
    private boolean closed;
    private long end;
    private long allocated;

    private Journal(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        writer.setDaemon(true);
        writer.start();
    }

    static void measure(Pace pace, Path folder, int... concurrency) throws IOException {
        Path path = Files.createTempFile(folder, "journal", "");
        Files.delete(path);
        try (Journal journal = new Journal(path)) {
            new Meter("file journal, group commit", pace)
                    .measure("w6", 10, () -> Load.ofCalls(journal::execution), concurrency);
        } finally {
            Files.delete(path);
        }
    }

    private @Nullable Object execution() throws IOException {
        for (int i = 0; i < 10; i++) {
            append();
        }
        return null;
    }

    private void append() throws IOException {
        lock.lock();
        try {
            filling.putInt(EVENT.length).put(EVENT);
            long mine = ++appended;
            filled.signal();
            while (durable < mine) {
                if (failure != null) {
                    throw new IOException("the journal cannot be written", failure);
                }
                synced.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        while (true) {
            ByteBuffer full;
            long upTo;
            lock.lock();
            try {
                while (filling.position() == 0) {
                    if (closed) {
                        return;
                    }
                    filled.awaitUninterruptibly();
                }
                full = filling;
                filling = spare;
                spare = full;
                upTo = appended;
            } finally {
                lock.unlock();
            }
            IOException problem = sync(full);
            lock.lock();
            try {
                failure = problem;
                durable = problem == null ? upTo : durable;
                synced.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private @Nullable IOException sync(ByteBuffer full) {
        try {
            full.flip();
            if (end + full.remaining() > allocated) {
                grow();
            }
            while (full.hasRemaining()) {
                end += file.write(full, end);
            }
            file.force(false);
            full.clear();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /** Writes zeros ahead, so that a commit changes no metadata of the file. */
    private void grow() throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(GROWTH);
        while (zeros.hasRemaining()) {
            allocated += file.write(zeros, allocated);
        }
        file.force(true);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            filled.signal();
        } finally {
            lock.unlock();
        }
        try {
            writer.join();
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
