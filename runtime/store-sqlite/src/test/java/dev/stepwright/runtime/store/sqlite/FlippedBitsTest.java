package dev.stepwright.runtime.store.sqlite;

import static dev.stepwright.testkit.Stored.START;
import static dev.stepwright.testkit.Stored.append;
import static dev.stepwright.testkit.Stored.batch;
import static dev.stepwright.testkit.Stored.create;
import static dev.stepwright.testkit.Stored.last;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.testkit.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every flipped bit of the file is noticed, or nothing that can be asked of the store is answered otherwise. The long form flips {@code
 * -Dstepwright.flips=50000} bits, in the order of {@code -Dstepwright.seed}.
 */
@Timeout(value = 3600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FlippedBitsTest {
    private static final int FLIPS = Integer.getInteger("stepwright.flips", 400);
    private static final long SEED = Long.getLong("stepwright.seed", 20260301);
    private static final SqliteSettings SETTINGS = SqliteSettings.DEFAULT.withClock(() -> START);

    @TempDir
    private Path folder;

    /** Everything that can be asked of the store. */
    private static List<Object> answers(SqliteStore store) {
        List<Object> answers = new ArrayList<>();
        answers.add(store.running());
        answers.add(store.list(new ExecutionQuery(Stored.MACHINE, START, null, null, null, 100)));
        for (String name : List.of("runs", "long", "ended", "again", "over", "nobody")) {
            answers.add(store.find(name));
            answers.add(store.batches(name));
            List<Batch> rest = store.resumption(name).batches(); // all of them where the kept state is damaged
            answers.add(rest.isEmpty() ? "none" : rest.get(rest.size() - 1));
            answers.add(
                    store.history(name, 3, 20).stream().map(HistoryEntry::id).toList());
            answers.add(store.historyBefore(name, 0, 20).stream()
                    .map(HistoryEntry::id)
                    .toList());
        }
        answers.add(store.documents().all("machines"));
        return answers;
    }

    private List<Object> fill() {
        try (SqliteStore store = SqliteStore.open(folder, SETTINGS)) {
            for (String name : List.of("runs", "long", "ended")) {
                create(store, name);
                for (int i = 2; i <= 12; i++) {
                    append(store, name, batch(i, name.equals("long") ? "x".repeat(3_000) : "text " + i));
                }
            }
            store.keep("runs", new Snapshot(11, START, new byte[50]));
            append(store, "ended", last(13, START.plusSeconds(60)));
            for (String name : List.of("again", "over")) {
                create(store, name);
                append(store, name, last(2, START.plusSeconds(2)));
                Redrive redrive = new Redrive(1, START.plusSeconds(30), "token");
                store.reopen(name, redrive, batch(3, "three"))
                        .toCompletableFuture()
                        .join();
            }
            append(store, "over", last(4, START.plusSeconds(90)));
            for (int i = 0; i < 60; i++) {
                create(store, "e" + i);
                append(store, "e" + i, i % 2 == 0 ? batch(2, "two") : last(2, START.plusSeconds(i)));
            }
            store.documents().put("machines", "m", "text");
            return answers(store);
        }
    }

    /** Returns what the store answers with the damage, or null if it says that it is damaged. */
    private static List<Object> answersOrNull(Path folder) {
        try (SqliteStore store = SqliteStore.open(folder, SETTINGS)) {
            return answers(store);
        } catch (UnreadableException noticed) {
            return null;
        } catch (IllegalStateException noticed) {
            return null; // it does not open: no store, another version, other tables, not a database
        }
    }

    @Test
    void every_flipped_bit_is_noticed_or_harmless() throws IOException {
        List<Object> before = fill();
        Path file = folder.resolve("stepwright.db");
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(SEED);
        int noticed = 0;
        for (int i = 0; i < FLIPS; i++) {
            int bit = random.nextInt(bytes.length * 8);
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.deleteIfExists(folder.resolve("stepwright.db-wal"));
            Files.deleteIfExists(folder.resolve("stepwright.db-shm"));
            Files.write(file, damaged);

            List<Object> after = answersOrNull(folder);

            if (after != null) {
                assertThat(after)
                        .as("bit %d of byte %d, seed %d", bit % 8, bit / 8, SEED)
                        .isEqualTo(before);
            } else {
                noticed++;
            }
        }
        System.out.println("flipped bits: " + noticed + " of " + FLIPS + " noticed, all others harmless");
        assertThat(noticed).isGreaterThan(FLIPS / 10); // most of the others hit free space
    }
}
