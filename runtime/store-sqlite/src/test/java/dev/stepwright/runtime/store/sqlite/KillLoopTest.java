package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process with a real disk, killed at any moment: {@code kill -9}, some milliseconds after it has opened the store or begun to work.
 * The long form: {@code -Dstepwright.kills=500}, at the moments of {@code -Dstepwright.seed}.
 */
@Timeout(value = 3600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillLoopTest {
    private static final int KILLS = Integer.getInteger("stepwright.kills", 50);
    private static final long SEED = Long.getLong("stepwright.seed", 20260301);
    private static final int LONGEST_MILLISECONDS = 500;

    /** It opens the store; it has recovered what was there; 200 are running. */
    private static final List<String> SIGNALS = List.of("opening", "recovered", "full", "full");

    @TempDir
    private Path folder;

    private Process start(String mode) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Dorg.sqlite.tmpdir=" + folder, // who is killed leaves the driver's library there
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledEngine.class.getName(),
                        folder.toString(),
                        mode)
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void nothing_is_lost_and_nothing_is_done_twice_however_often_the_process_is_killed() throws Exception {
        Random random = new Random(SEED);
        List<Long> recoveries = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            killOnce(kill < 2 ? "full" : SIGNALS.get(random.nextInt(SIGNALS.size())), random, recoveries);
        }
        Process last = start("finish");
        String output = new String(last.getInputStream().readAllBytes());
        assertThat(last.waitFor()).as(output).isZero();

        check(KilledEngine.lines(folder), recoveries);
    }

    /** The process says what it does; the time to its end counts from one of these signals. */
    private void killOnce(String signal, Random random, List<Long> recoveries)
            throws IOException, InterruptedException {
        long millis = random.nextInt(LONGEST_MILLISECONDS);
        Process process = start("keep");
        try (BufferedReader said = process.inputReader()) {
            String line;
            while ((line = said.readLine()) != null) {
                if (line.startsWith("recovered ")) {
                    recoveries.add(Long.parseLong(line.split(" ")[2]));
                }
                if (line.startsWith(signal)) {
                    break;
                }
            }
            assertThat(line).as("the process has ended by itself").isNotNull();
            assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS))
                    .as("the process has ended by itself")
                    .isFalse();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void check(List<String[]> journal, List<Long> recoveries) {
        Map<String, Integer> runs = new HashMap<>();
        Set<String> acknowledged = new HashSet<>();
        Map<String, Set<String>> seen = new HashMap<>();
        for (String[] line : journal) {
            if (line[0].equals("started")) {
                acknowledged.add(line[1]);
            } else if (line[0].equals("saw")) {
                seen.computeIfAbsent(line[1], arn -> new HashSet<>()).add(line[2]);
            } else if (line[0].equals("ran") && line.length == 4) {
                runs.merge(line[3], 1, Integer::sum);
            }
        }
        assertThat(acknowledged).isNotEmpty();
        try (SqliteStore store = SqliteStore.open(folder)) {
            assertThat(store.verify()).isEmpty();
            assertThat(store.running()).isEmpty();
            List<String> wanted = null;
            for (String name : acknowledged) {
                String arn = "arn:aws:states:us-east-1:123456789012:execution:Killed:" + name;
                var execution = store.find(arn);
                assertThat(execution)
                        .as("%s was acknowledged, seed %d", name, SEED)
                        .isPresent();
                assertThat(execution.get().end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
                List<HistoryEntry> history = store.history(arn, 0, Integer.MAX_VALUE);
                List<String> course = course(history);
                wanted = wanted == null ? course : wanted;
                assertThat(course).as("%s, seed %d", name, SEED).containsExactlyInAnyOrderElementsOf(wanted);
                assertThat(history.get(history.size() - 1).id()).isEqualTo(history.size());
                assertThat(seen.get(arn))
                        .as("what a task of %s has seen of what was computed before it", name)
                        .containsExactly(computed(history));
            }
        }
        int again = runs.values().stream().mapToInt(count -> count - 1).sum();
        assertThat(runs.values()).allMatch(count -> count <= KILLS + 1);
        assertThat(runs).hasSizeGreaterThanOrEqualTo(acknowledged.size() * 17);
        System.out.printf(
                "%d kills: %d executions acknowledged, 0 lost; %d tasks, %d handed over again; slowest recovery %d ms%n",
                KILLS,
                acknowledged.size(),
                runs.size(),
                again,
                recoveries.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** What the history tells of the last task that was computed before one that goes out. */
    private static String computed(List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> entry.event() instanceof Event.StateEntered entered
                        && entered.name().equals("After"))
                .map(entry -> ((Event.StateEntered) entry.event())
                        .input()
                        .path("computed")
                        .stringValue())
                .findFirst()
                .orElseThrow();
    }

    /**
     * What happened, without times, ids and values; a state that was entered twice would stand there twice. A token that is sent back before the
     * handler which gave it has returned ends a task that was never submitted.
     */
    private static List<String> course(List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> !(entry.event() instanceof Event.TaskSubmitted))
                .map(entry -> text(entry.event()))
                .toList();
    }

    private static String text(Event event) {
        String type = event.getClass().getSimpleName();
        if (event instanceof Event.StateEntered e) {
            return type + " " + e.name();
        } else if (event instanceof Event.StateExited e) {
            return type + " " + e.name();
        } else if (event instanceof Event.IterationStarted e) {
            return type + " " + e.index();
        }
        return type;
    }
}
