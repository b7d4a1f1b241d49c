package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.sql.Retention;
import dev.stepwright.runtime.store.sql.SqlStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Keeps executions in the SQLite file {@code stepwright.db} of a folder. A stage of {@link #create} or {@link #append} completes once the
 * disk has taken what was written (write-ahead log, {@code synchronous=FULL}); many executions share a commit. What cannot be written fails
 * the calls that it belongs to, and nothing else. Every record has a checksum; what is damaged is an {@link UnreadableException}.
 */
public final class SqliteStore extends SqlStore {
    private static final Set<SQLiteErrorCode> DAMAGED =
            EnumSet.of(SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_CORRUPT);

    private final Path folder;
    private final StoreLock lock;
    private final Tables tables;
    private final Writer writer;
    private final ReaderPool readers;

    private SqliteStore(Path folder, StoreLock lock, Tables tables, Writer writer, ReaderPool readers) {
        super(folder.toString(), writer, readers);
        this.folder = folder;
        this.lock = lock;
        this.tables = tables;
        this.writer = writer;
        this.readers = readers;
        writer.start();
    }

    /** Opens the store in a folder with the default settings, as {@link #open(Path, SqliteSettings)}. */
    public static SqliteStore open(Path folder) {
        return open(folder, SqliteSettings.DEFAULT);
    }

    /**
     * Opens the store in a folder. One that is not there is made, for this user alone.
     *
     * @throws IllegalStateException if it is open elsewhere, was written by a later version, is no store, or cannot be opened
     * @throws UnreadableException if it is damaged in a way that is noticed before anything is read
     */
    public static SqliteStore open(Path folder, SqliteSettings settings) {
        StoreLock lock = null;
        Connection connection = null;
        try {
            if (!Files.isDirectory(folder)) { // it may be a link to one
                Files.createDirectories(folder, ofOwner(folder));
            }
            lock = StoreLock.take(folder);
            Database database = new Database(folder.resolve("stepwright.db"), settings.mostBytes());
            Path log = folder.resolve("stepwright.db-wal");
            LogFile.check(log);
            checkWritable(database.file());
            connection = database.writer();
            Schema.migrate(connection, Schema.MIGRATIONS, settings.clock().instant());
            Damage.check(connection, Files.size(database.file()) <= settings.fullCheckBytes());
            Tables tables = new Tables(connection);
            OpenFiles files = new OpenFiles(database.file(), log, lock.file());
            Writer writer = new Writer(folder, files, tables, new Retention(settings.retention(), settings.clock()));
            return new SqliteStore(folder, lock, tables, writer, new ReaderPool(database));
        } catch (IOException | SQLException e) {
            close(connection, lock);
            throw new IllegalStateException("the store in " + folder + " cannot be opened: " + reason(e), e);
        } catch (RuntimeException e) {
            close(connection, lock);
            throw e;
        }
    }

    /** The data of executions are nobody else's, where the file system can say so. */
    private static FileAttribute<?>[] ofOwner(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** SQLite would open it, and refuse the first write. */
    private static void checkWritable(Path file) throws AccessDeniedException {
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
    }

    /** Says why; what the JDK has to say of a file is no more than its name. */
    private static String reason(Exception failure) {
        if (failure instanceof FileAlreadyExistsException) {
            return "it is a file";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no permission to write " + denied.getFile();
        }
        if (failure instanceof NoSuchFileException missing) {
            return "cannot create " + missing.getFile();
        }
        if (failure instanceof SQLiteException sqlite && DAMAGED.contains(sqlite.getResultCode())) {
            return "stepwright.db is damaged or was not written by Stepwright; put a backup in its place ("
                    + sqlite.getMessage() + ")";
        }
        if (failure.getCause() instanceof NativeLibraryNotFoundException) {
            return "SQLite's library cannot be unpacked to the folder for temporary files or cannot be loaded from there;"
                    + " set another folder with -Dorg.sqlite.tmpdir=FOLDER";
        }
        return String.valueOf(failure.getMessage());
    }

    private static void close(@Nullable Connection connection, @Nullable StoreLock lock) {
        try (lock) {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the store could not be closed after it failed to open", e);
        }
    }

    /**
     * Checks all of the file: its structure, and every record against its checksum. Takes a while for a large store; meanwhile it can be used.
     *
     * @return what is wrong; empty if nothing is
     */
    @Override
    public List<String> verify() {
        List<String> problems = new ArrayList<>(Damage.find(readers));
        problems.addAll(super.verify());
        return problems;
    }

    /**
     * Removes executions whose retention is over now. The store does so by itself whenever it has had nothing to write for a minute.
     *
     * @return how many have been removed since the store was opened
     */
    public int removeExpired() {
        return writer.removeExpired();
    }

    @Override
    public CompletionStage<StoreLostException> lost() {
        return writer.lost();
    }

    /** Writes what has been submitted and closes the file. */
    @Override
    public void close() {
        writer.close();
        try (lock) {
            readers.close();
            tables.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the store in " + folder + " could not be closed cleanly", e);
        }
    }
}
