package dev.stepwright.runtime.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to the test database, as a network that can be cut. */
final class Network implements AutoCloseable {
    private static final byte[] COMMIT = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

    private final URI database;
    private final ServerSocket listening;
    private final Map<Socket, Socket> connections = new ConcurrentHashMap<>();
    private volatile boolean isCut;
    private volatile boolean isCutThen;
    private volatile CountDownLatch swallowed = new CountDownLatch(0);

    /** How many requests come through before a connection breaks. */
    private final AtomicInteger requests = new AtomicInteger(Integer.MAX_VALUE);

    private final AtomicInteger made = new AtomicInteger();

    private volatile boolean isLastSent;

    Network() {
        try {
            this.database = URI.create(TestDatabase.url().substring("jdbc:".length()));
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Returns the URL of the database by way of this network. */
    String url() {
        return TestDatabase.url().replace(":" + database.getPort() + "/", ":" + listening.getLocalPort() + "/");
    }

    /** Breaks all connections, and lets no other come about. */
    void cut() {
        isCut = true;
        connections.keySet().forEach(Network::close);
    }

    void mend() {
        isCutThen = false;
        isCut = false;
    }

    /** Like {@link #swallowAnswerToNextCommit}, and lets no other connection come about. */
    CountDownLatch cutBeforeAnswerToNextCommit() {
        isCutThen = true;
        return swallowAnswerToNextCommit();
    }

    /** Has the next commit reach the database, and its answer lost together with the connection. */
    CountDownLatch swallowAnswerToNextCommit() {
        swallowed = new CountDownLatch(1);
        return swallowed;
    }

    /**
     * Has a connection break with a request to the database.
     *
     * @param number which one, counted from 1
     * @param isSent whether that one still arrives; its answer is lost in any case
     */
    void breakAtRequest(int number, boolean isSent) {
        isLastSent = isSent;
        requests.set(number);
    }

    /** Returns how many requests have been made so far: what has come in one piece. */
    int requests() {
        return made.get();
    }

    /** Returns whether that request has come; none breaks from now on. */
    boolean hasBroken() {
        return requests.getAndSet(Integer.MAX_VALUE) <= 0;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                if (isCut) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(database.getHost(), database.getPort());
                connections.put(client, server);
                connections.put(server, client);
                start(() -> forward(client, server, false));
                start(() -> forward(server, client, true));
                if (isCut) {
                    close(client);
                }
            }
        } catch (IOException e) {
            connections.keySet().forEach(Network::close); // the test is over
        }
    }

    private void forward(Socket from, Socket to, boolean isAnswer) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (isAnswer && swallowed.getCount() > 0 && isCommit(Arrays.copyOf(buffer, length))) {
                    isCut |= isCutThen;
                    swallowed.countDown();
                    return;
                }
                if (!isAnswer) {
                    made.incrementAndGet();
                }
                boolean isBreaking = !isAnswer && requests.decrementAndGet() == 0;
                if (isBreaking && !isLastSent) {
                    return;
                }
                out.write(buffer, 0, length);
                if (isBreaking) {
                    return;
                }
            }
        } catch (IOException e) {
            // one of both has been closed, and now the other is
        } finally {
            connections.remove(from);
        }
    }

    /** Returns whether the database says so. */
    private static boolean isCommit(byte[] sent) {
        for (int i = 0; i + COMMIT.length <= sent.length; i++) {
            if (Arrays.equals(sent, i, i + COMMIT.length, COMMIT, 0, COMMIT.length)) {
                return true;
            }
        }
        return false;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "network");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
