package dev.stepwright.runtime.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the store, or waits until that is possible. */
final class StandBy {
    private static final Logger LOG = LoggerFactory.getLogger(StandBy.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Database database;
    private final Schema schema;
    private final Ownership ownership;
    private final PostgresSettings settings;
    private @Nullable Connection connection;
    private boolean isTold;
    private boolean isCut;
    private boolean hasConnected;

    StandBy(Database database, Schema schema, Ownership ownership, PostgresSettings settings) {
        this.database = database;
        this.schema = schema;
        this.ownership = ownership;
        this.settings = settings;
    }

    /**
     * Returns a session that may write, once nobody else has one.
     *
     * @throws IllegalStateException if the wait has come to its bound or is interrupted, or the tables cannot be used
     */
    Session session() throws SQLException {
        long since = System.nanoTime();
        try {
            while (true) {
                @Nullable Session session = tryToTake();
                if (session != null) {
                    connection = null; // it is the session's now
                    return session;
                }
                pause(System.nanoTime() - since);
            }
        } finally {
            disconnect();
        }
    }

    private @Nullable Session tryToTake() throws SQLException {
        try {
            Connection open = connected();
            @Nullable Session session = Session.take(open, ownership);
            isCut = false;
            if (session == null) {
                tell(open);
            } else {
                LOG.info("this process now owns the store in {}, schema {}", database.name(), database.schema());
            }
            return session;
        } catch (SQLException e) {
            if (!Database.isStartingUp(e) && (!hasConnected || !Database.isPassing(e))) {
                throw e;
            }
            if (!isCut) {
                LOG.warn("standing by for {}: the database is not available, {}", database.name(), e.getMessage());
            }
            isCut = true;
            disconnect();
            return null;
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.connect(ownership.failover().lease());
            connection = open;
            schema.prepare(open, settings.requiresFsync());
            hasConnected = true;
        }
        return open;
    }

    private void tell(Connection open) throws SQLException {
        if (!isTold) {
            isTold = true;
            String message = "standing by: the store in " + database.name() + ", schema " + database.schema()
                    + " belongs to " + Ownership.describe(open);
            LOG.warn(message); // whoever has started this process should know why it does nothing
            settings.failover().told().accept(message);
        }
    }

    private void pause(long waited) throws SQLException {
        Failover failover = settings.failover();
        Duration left = failover.longestWait().minusNanos(waited);
        if (left.isNegative() || left.isZero()) {
            throw new IllegalStateException("the store in " + database.name() + ", schema " + database.schema()
                    + " belongs to " + (connection == null ? "another process" : Ownership.describe(connection))
                    + "; this process has stood by for " + failover.longestWait()
                    + ", its longest wait. Close the store there, or set another schema for this engine");
        }
        Duration pause = failover.grace().dividedBy(4);
        long nanos = Math.min(left.toNanos(), Math.min(pause.toNanos(), LONGEST_PAUSE.toNanos()));
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while standing by for " + database.name(), e);
        }
    }

    private void disconnect() {
        Connection open = connection;
        if (open != null) {
            Database.discard(open);
            connection = null;
        }
    }
}
