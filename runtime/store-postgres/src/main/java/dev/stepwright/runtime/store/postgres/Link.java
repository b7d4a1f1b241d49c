package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.StoreLostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writing thread's tie to the database: a session, or none while the database cannot be reached. */
final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final Database database;
    private final Ownership ownership;
    private volatile @Nullable Session session;
    private long pulseNanos = System.nanoTime();

    /** @param session of the owner */
    Link(Database database, Ownership ownership, Session session) {
        this.database = database;
        this.ownership = ownership;
        this.session = session;
    }

    String name() {
        return database.name() + ", schema " + database.schema();
    }

    /** Returns the session; null while there is none. */
    @Nullable
    Session session() {
        return session;
    }

    boolean isCut() {
        return session == null;
    }

    /**
     * Makes a session anew.
     *
     * @throws StoreLostException if somebody else has taken the store
     */
    Session resume() throws SQLException {
        Session anew = Session.resume(database, ownership);
        session = anew;
        pulseNanos = System.nanoTime();
        LOG.info("the store in {} is connected again", name());
        return anew;
    }

    /** Returns whether it was the connection that has failed. */
    boolean isBroken(SQLException failure) {
        return session == null || Database.isPassing(failure);
    }

    /** Gives the connection up. */
    void cut(Throwable reason) {
        Session broken = session;
        if (broken != null) {
            broken.close();
            session = null;
            LOG.warn("the store in {} lost its connection and tries to reconnect: {}", name(), reason.getMessage());
        }
    }

    /** Returns the nanoseconds until the next sign of life is due. */
    long untilPulse() {
        return Math.max(0, ownership.failover().pulse().toNanos() - (System.nanoTime() - pulseNanos));
    }

    /** Gives a sign of life if it is due. */
    void pulse() {
        if (untilPulse() > 0) {
            return;
        }
        pulseNanos = System.nanoTime();
        Session living = session;
        try {
            if (living == null) {
                resume();
            } else {
                living.renew();
            }
        } catch (SQLException e) {
            cut(e);
        }
    }

    /** What took long is told to nobody before it is sure that it still counts here: the process may have stood still after the commit. */
    void confirmIfSlow(Session living, long since) throws SQLException {
        if (System.nanoTime() - since > ownership.failover().grace().toNanos()) {
            living.confirm();
        }
    }

    /** Gives the store back and closes the connection. */
    void release() throws SQLException {
        Session living = session;
        session = null;
        if (living != null) {
            try (living) {
                living.release();
            }
        }
    }
}
