package dev.stepwright.runtime.store.sqlite;

import static dev.stepwright.testkit.Stored.append;
import static dev.stepwright.testkit.Stored.batch;
import static dev.stepwright.testkit.Stored.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stepwright.testkit.CopiedExecutions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A copy of a store in use, taken and put in place as {@code docs/durability.md} tells. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackupTest {
    private static final String COMMAND = "sqlite3 data/stepwright.db \"VACUUM INTO 'copy.db'\"";

    private static final int LARGE = 40_000_000;

    @TempDir
    private Path folder;

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("sqlite3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void copy() throws IOException, InterruptedException {
        assertThat(Path.of("../../docs/durability.md")).content().contains(COMMAND);
        Process process = new ProcessBuilder("sh", "-c", COMMAND)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void executions_of_a_copy_go_on_from_where_they_were_and_come_to_the_same_histories() throws Exception {
        assumeThat(isInstalled()).as("sqlite3 is installed").isTrue();
        Path data = folder.resolve("data");
        CopiedExecutions original = CopiedExecutions.run(SqliteStore.open(data), this::copy);

        for (String name : List.of("stepwright.db", "stepwright.db-wal", "stepwright.db-shm")) {
            Files.deleteIfExists(data.resolve(name));
        }
        Files.move(folder.resolve("copy.db"), data.resolve("stepwright.db"));

        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(store.verify()).isEmpty();
        }
        assertThat(original.goOn(SqliteStore.open(data))).isPositive();
    }

    /** {@code .backup} begins anew whenever something is committed, and comes to no end. */
    @Test
    void a_copy_is_made_in_one_go_though_something_is_committed_all_the_time() throws Exception {
        assumeThat(isInstalled()).as("sqlite3 is installed").isTrue();
        AtomicBoolean isCopied = new AtomicBoolean();
        try (SqliteStore store = SqliteStore.open(folder.resolve("data"))) {
            create(store, "large");
            for (int sequence = 2; sequence < 7; sequence++) {
                append(store, "large", batch(sequence, "x".repeat(LARGE)));
            }
            create(store, "a");
            FutureTask<Long> writing = new FutureTask<>(() -> {
                long sequence = 1;
                while (!isCopied.get()) {
                    append(store, "a", batch(++sequence, "more"));
                }
                return sequence;
            });
            new Thread(writing, "writing").start();

            copy();
            isCopied.set(true);

            assertThat(writing.get()).isPositive();
        } finally {
            isCopied.set(true);
        }
    }
}
