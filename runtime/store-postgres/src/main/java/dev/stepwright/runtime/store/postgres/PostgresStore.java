package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.sql.Retention;
import dev.stepwright.runtime.store.sql.SqlStore;
import java.sql.SQLException;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps executions in a schema of a PostgreSQL database, for services on several machines: one store writes, those that are opened beside it stand by
 * and take over when it is closed, killed, cut off or stands still. One that has been taken over can never write again, whatever it does: every
 * transaction makes sure of it.
 *
 * <p>A stage of {@link #create} or {@link #append} completes once the database has committed and flushed what was written; many executions share a
 * commit. That holds whatever {@code synchronous_commit} is: where it is {@code off}, the store switches it on for itself, since otherwise a
 * crash of the database would lose what was acknowledged in the fraction of a second before. What a failover of the database to
 * a replica may lose is up to {@code synchronous_standby_names}. Every record has a checksum; what is damaged is an {@link UnreadableException}.
 */
public final class PostgresStore extends SqlStore {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);

    private final Database database;
    private final Link link;
    private final Writer writer;
    private final ReaderPool readers;

    private PostgresStore(Database database, Link link, Writer writer, ReaderPool readers) {
        super(database.name(), writer, readers);
        this.database = database;
        this.link = link;
        this.writer = writer;
        this.readers = readers;
        writer.start();
    }

    /** Opens the store at a URL with the default settings, as {@link #open(String, PostgresSettings)}. */
    public static PostgresStore open(String url) {
        return open(url, PostgresSettings.DEFAULT);
    }

    /**
     * Opens the store in a database. While another one is open there, this waits; see {@link Failover}.
     *
     * @param url as the driver takes it, {@code jdbc:postgresql://host:5432/database?user=name}; a password is better kept in the file that
     *     {@code PGPASSFILE} names
     * @throws IllegalStateException if the wait has come to its bound, the database cannot be reached or may lose what it has
     *     committed, the role lacks a right, or the tables are of a later version
     */
    public static PostgresStore open(String url, PostgresSettings settings) {
        return open(Database.at(url, settings.schema()), settings, Schema.of(settings.schema()));
    }

    /**
     * Opens the store in a database, as {@link #open(String, PostgresSettings)}.
     *
     * @param source gives up to five connections that keep their settings from one transaction to the next: of PostgreSQL itself, or of a pool
     *     in session mode. They stay open with the store; a pool never gets them back to give them to others
     */
    public static PostgresStore open(DataSource source, PostgresSettings settings) {
        Database database = new Database(source, "a PostgreSQL database", settings.schema());
        return open(database, settings, Schema.of(settings.schema()));
    }

    /** @param schema what makes the tables; another than the usual for tests */
    static PostgresStore open(Database database, PostgresSettings settings, Schema schema) {
        Ownership ownership = Ownership.of(settings.failover());
        @Nullable Link link = null;
        ReaderPool readers = new ReaderPool(database, settings.patience());
        try {
            Session session = new StandBy(database, schema, ownership, settings).session();
            link = new Link(database, ownership, session);
            session.inTransaction(schema::upgrade);
            Retention retention = new Retention(settings.retention(), settings.clock());
            return new PostgresStore(database, link, new Writer(link, retention, settings), readers);
        } catch (SQLException e) {
            giveUp(link, readers);
            throw new IllegalStateException(
                    "the store in " + database.name() + " cannot be opened: " + schema.reason(e), e);
        } catch (RuntimeException e) {
            giveUp(link, readers);
            throw e;
        }
    }

    private static void giveUp(@Nullable Link link, ReaderPool readers) {
        readers.close();
        try {
            if (link != null) {
                link.release();
            }
        } catch (SQLException e) {
            LOG.warn("the store in {} could not be released", link.name(), e);
        }
    }

    /** {@inheritDoc} While the database cannot be reached nothing new should begin. */
    @Override
    public boolean isFull() {
        return writer.isCut();
    }

    @Override
    public CompletionStage<StoreLostException> lost() {
        return writer.lost();
    }

    String schema() {
        return database.schema();
    }

    /**
     * Removes executions whose retention is over now. The store does so by itself whenever it has had nothing to write for a minute.
     *
     * @return how many have been removed since the store was opened
     */
    public int removeExpired() {
        return writer.removeExpired();
    }

    /** Writes what has been submitted, gives the store to whoever stands by, and closes the connections. */
    @Override
    public void close() {
        writer.close();
        readers.close();
        try {
            link.release();
        } catch (SQLException e) {
            LOG.warn("the store in {} could not be released; standby processes wait a little longer", link.name(), e);
        }
    }
}
