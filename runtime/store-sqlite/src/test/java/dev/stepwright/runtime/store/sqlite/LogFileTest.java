package dev.stepwright.runtime.store.sqlite;

import static dev.stepwright.testkit.Stored.append;
import static dev.stepwright.testkit.Stored.batch;
import static dev.stepwright.testkit.Stored.create;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.binary.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves: the file and a log of what has not been moved into it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LogFileTest {
    private static final int BATCHES = 12;
    private static final String LOG = "stepwright.db-wal";

    @TempDir
    private Path folder;

    private byte[] file = {};
    private byte[] log = {};

    /** How long the log was after all but the last two commits. */
    private int settled;

    @BeforeEach
    void leaveWhatACrashLeaves() throws IOException {
        Path original = folder.resolve("original");
        try (SqliteStore store = SqliteStore.open(original)) {
            create(store, "a");
            for (int i = 2; i <= BATCHES; i++) {
                settled = i == BATCHES - 1 ? (int) Files.size(original.resolve(LOG)) : settled;
                append(store, "a", batch(i, "text " + i));
            }
            file = Files.readAllBytes(original.resolve("stepwright.db"));
            log = Files.readAllBytes(original.resolve(LOG));
        }
    }

    private Path left(byte[] leftLog) throws IOException {
        Path copy = Files.createTempDirectory(folder, "left");
        Files.write(copy.resolve("stepwright.db"), file);
        Files.write(copy.resolve(LOG), leftLog);
        return copy;
    }

    /** Returns how many batches are there after a crash. */
    private int batches(byte[] leftLog) throws IOException {
        try (SqliteStore store = SqliteStore.open(left(leftLog))) {
            return store.batches("a").size();
        }
    }

    @Test
    void a_whole_log_is_taken_up() throws IOException {
        assertThat(batches(log)).isEqualTo(BATCHES);
    }

    @Test
    void a_bit_that_has_flipped_is_noticed_but_in_the_last_two_commits() throws IOException {
        Random random = new Random(8);
        int noticed = 0;
        for (int i = 0; i < 150; i++) {
            int at = i < 32 ? i : random.nextInt(log.length);
            byte[] flipped = log.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            int left;
            try {
                left = batches(flipped);
            } catch (UnreadableException e) {
                assertThat(e).hasMessageContaining("is damaged in");
                noticed++;
                continue;
            }
            assertThat(at).as("place of a flip that was not noticed").isGreaterThanOrEqualTo(settled);
            assertThat(left).isGreaterThanOrEqualTo(BATCHES - 2);
        }
        assertThat(noticed).isGreaterThan(100);
    }

    @Test
    void a_log_that_was_torn_anywhere_is_no_damage() throws IOException {
        Random random = new Random(9);
        int before = 0;
        for (int i = 1; i <= 40; i++) {
            int length = settled + (int) ((long) (log.length - settled) * i / 40);
            byte[] torn = Arrays.copyOf(log, length);
            Arrays.fill(torn, Math.max(settled, length - random.nextInt(5_000)), length, (byte) 0);

            int left = batches(torn);

            assertThat(left).isBetween(BATCHES - 2, BATCHES);
            before = Math.max(before, left);
        }
        assertThat(before).isGreaterThan(BATCHES - 2);
    }
}
