package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes with a real database: the one that works is killed, or stopped for longer than its lease; the next goes on. The long form: {@code
 * -Dstepwright.failovers=100}.
 */
@Timeout(value = 3600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessFailoverTest {
    private static final int FAILOVERS = Integer.getInteger("stepwright.failovers", 2);

    @TempDir
    private Path folder;

    private final String url = TestDatabase.url();
    private final String schema = TestDatabase.settings().schema();
    private final List<Member> members = new ArrayList<>();

    /** A process, and what it says. */
    private record Member(Process process, BufferedReader said) {
        void awaitLine(String begin) throws IOException {
            String line = said.readLine();
            List<String> lines = new ArrayList<>();
            while (line != null && !line.startsWith(begin)) {
                lines.add(line);
                line = said.readLine();
            }
            assertThat(line)
                    .as("a line that begins with " + begin + " after " + lines)
                    .isNotNull();
        }

        void signal(String name) throws IOException, InterruptedException {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        }
    }

    private Member start(String mode) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkingProcess.class.getName(),
                        url,
                        schema,
                        journal().toString(),
                        mode)
                .redirectErrorStream(true)
                .start();
        Member member = new Member(process, process.inputReader());
        members.add(member);
        return member;
    }

    private Path journal() {
        return folder.resolve("journal.txt");
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (Member member : members) {
            member.process.destroyForcibly().waitFor();
        }
    }

    @Test
    void nothing_is_lost_and_nothing_done_twice_when_the_one_that_works_is_killed_or_stands_still() throws Exception {
        assumeTrue(File.separatorChar == '/', "signals that stop a process are needed");
        Member working = start("keep");
        working.awaitLine("busy");
        for (int i = 0; i < FAILOVERS; i++) {
            Member next = start("keep");
            next.awaitLine("standing by");
            boolean isKilled = i % 2 == 0;
            working.signal(isKilled ? "KILL" : "STOP");
            next.awaitLine("recovered");
            next.awaitLine("busy");
            if (isKilled) {
                assertThat(working.process.waitFor()).isNotZero();
            } else {
                working.signal("CONT");
                working.awaitLine("lost: the store has been taken over by process " + next.process.pid());
                assertThat(working.process.waitFor()).isEqualTo(WorkingProcess.LOST);
            }
            working = next;
        }
        working.signal("KILL");
        Member last = start("finish");
        last.awaitLine("recovered");
        assertThat(last.process.waitFor()).isZero();

        check(WorkingProcess.lines(journal()));
    }

    private void check(List<String[]> journal) {
        Map<String, Integer> runs = new HashMap<>();
        Set<String> acknowledged = new HashSet<>();
        for (String[] line : journal) {
            if (line[0].equals("started")) {
                acknowledged.add("arn:aws:states:us-east-1:123456789012:execution:Working:" + line[1]);
            } else if (line[0].equals("ended")) {
                acknowledged.add(line[1]);
            } else {
                runs.merge(line[3], 1, Integer::sum);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(WorkingProcess.CONCURRENT * FAILOVERS);
        try (PostgresStore store = PostgresStore.open(url, WorkingProcess.settings(schema))) {
            assertThat(store.verify()).isEmpty();
            assertThat(store.running()).isEmpty();
            List<String> wanted = null;
            for (String arn : acknowledged) {
                assertThat(store.find(arn).orElseThrow().end().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
                List<HistoryEntry> history = store.history(arn, 0, Integer.MAX_VALUE);
                List<String> course =
                        history.stream().map(entry -> text(entry.event())).toList();
                wanted = wanted == null ? course : wanted;
                assertThat(course).as(arn).containsExactlyInAnyOrderElementsOf(wanted);
                assertThat(history.get(history.size() - 1).id()).isEqualTo(history.size());
            }
        }
        assertThat(runs.values()).allMatch(count -> count <= FAILOVERS + 2);
        System.out.printf(
                "%d failovers: %d executions acknowledged, 0 lost; %d tasks, %d handed over again%n",
                FAILOVERS + 1,
                acknowledged.size(),
                runs.size(),
                runs.values().stream().mapToInt(count -> count - 1).sum());
    }

    /** What happened, without times, ids and values; a state that was entered twice would stand there twice. */
    private static String text(Event event) {
        String type = event.getClass().getSimpleName();
        if (event instanceof Event.StateEntered e) {
            return type + " " + e.name();
        } else if (event instanceof Event.StateExited e) {
            return type + " " + e.name();
        }
        return type;
    }
}
