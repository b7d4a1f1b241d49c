package dev.stepwright.runtime.store.postgres;

import dev.stepwright.json.JsonText;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How a store is kept.
 *
 * @param schema of the database in which the tables are; made at the first use if the role may
 * @param failover when another process takes over, and how one waits for that
 * @param patience how long what is to be written or read waits for a database that cannot be reached, before whoever asked for it is told so
 * @param retention how long executions are kept after they have ended; then they are removed little by little
 * @param clock what tells that the retention is over; for everything else the clock of the database counts
 * @param requiresFsync whether a database with {@code fsync=off} is refused, since it can lose what it has committed
 */
public record PostgresSettings(
        String schema,
        Failover failover,
        Duration patience,
        Duration retention,
        InstantSource clock,
        boolean requiresFsync) {
    private static final int LONGEST_NAME = 63;

    /** The schema {@code stepwright}; {@link Failover#DEFAULT}; 30 seconds; 90 days, as AWS keeps histories; the machine's clock; with fsync. */
    public static final PostgresSettings DEFAULT = new PostgresSettings(
            "stepwright", Failover.DEFAULT, Duration.ofSeconds(30), Duration.ofDays(90), InstantSource.system(), true);

    public PostgresSettings {
        if (schema.isEmpty() || schema.length() > LONGEST_NAME || !schema.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("the name of a schema must be up to " + LONGEST_NAME
                    + " letters, digits and _, beginning with no digit, found " + JsonText.quote(schema));
        }
        if (retention.isNegative() || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "retention and patience must not be negative, found " + retention + " and " + patience);
        }
    }

    public PostgresSettings withSchema(String value) {
        return new PostgresSettings(value, failover, patience, retention, clock, requiresFsync);
    }

    public PostgresSettings withFailover(Failover value) {
        return new PostgresSettings(schema, value, patience, retention, clock, requiresFsync);
    }

    public PostgresSettings withPatience(Duration value) {
        return new PostgresSettings(schema, failover, value, retention, clock, requiresFsync);
    }

    public PostgresSettings withRetention(Duration value) {
        return new PostgresSettings(schema, failover, patience, value, clock, requiresFsync);
    }

    public PostgresSettings withClock(InstantSource value) {
        return new PostgresSettings(schema, failover, patience, retention, value, requiresFsync);
    }

    /** Has a database with {@code fsync=off} accepted: for tests whose data may be lost with the machine. */
    public PostgresSettings withoutFsync() {
        return new PostgresSettings(schema, failover, patience, retention, clock, false);
    }
}
