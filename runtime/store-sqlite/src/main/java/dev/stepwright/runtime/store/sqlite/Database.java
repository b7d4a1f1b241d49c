package dev.stepwright.runtime.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections to the file. */
record Database(Path file, long mostBytes) {
    private static final int BUSY_MILLISECONDS = 10_000;
    private static final int PAGE_BYTES = 4096;

    /** Pages in the log before they are moved into the file; a move waits for the disk twice. */
    private static final int CHECKPOINT_PAGES = 8_000;

    /** A log that has grown while somebody read for long, such as a backup, becomes as small again; twice what it has otherwise. */
    private static final int LOG_BYTES = 2 * CHECKPOINT_PAGES * PAGE_BYTES;

    private static final int WRITER_CACHE_KIBIBYTES = 32_000;

    /** Returns a connection that writes; a commit is on the disk when it returns. Its transactions are those of {@link Transaction}. */
    Connection writer() throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPageSize(PAGE_BYTES);
        config.setCacheSize(-WRITER_CACHE_KIBIBYTES);
        Connection connection = DriverManager.getConnection(url(), config.toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            statement.execute("PRAGMA journal_size_limit = " + LOG_BYTES);
            statement.execute("PRAGMA fullfsync = ON"); // where the system's fsync does not reach the disk
            statement.execute("PRAGMA checkpoint_fullfsync = ON");
            if (mostBytes != Long.MAX_VALUE) {
                statement.execute("PRAGMA max_page_count = " + Math.max(1, mostBytes / PAGE_BYTES));
            }
        }
        return connection;
    }

    /** Returns a connection that reads what has been committed. */
    Connection reader() throws SQLException {
        SQLiteConfig config = config();
        config.resetOpenMode(SQLiteOpenMode.CREATE); // if it has been removed it is not made anew
        Connection connection = DriverManager.getConnection(url(), config.toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    /** As a URI, since the driver takes what follows a question mark in a path for settings. */
    private String url() {
        return "jdbc:sqlite:" + file.toUri();
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.enforceForeignKeys(false);
        return config;
    }
}
