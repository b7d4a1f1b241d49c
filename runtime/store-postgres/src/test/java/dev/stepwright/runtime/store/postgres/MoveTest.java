package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stepwright.testkit.InterruptedExecutions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script of docs/durability.md that moves a folder of the SQLite store to PostgreSQL, with a folder in which executions wait at every kind of place. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MoveTest {
    private static final Path KEPT = Path.of("../store-sqlite/src/test/resources/upgrade/0.1.0");
    private static final Pattern SCRIPT =
            Pattern.compile("<!-- tested: MoveTest -->\\s*```sh\\n(.*?)```", Pattern.DOTALL);

    private final PostgresSettings settings = TestDatabase.settings().withClock(() -> InterruptedExecutions.START);

    @TempDir
    private Path folder;

    private record Ended(int exit, String told) {}

    @BeforeEach
    void copyTheFolder() throws Exception {
        assumeThat(isInstalled("sqlite3") && isInstalled("psql"))
                .as("sqlite3 and psql are installed")
                .isTrue();
        Files.copy(KEPT.resolve("stepwright.db"), folder.resolve("stepwright.db"));
        PostgresStore.open(TestDatabase.url(), settings).close();
    }

    private static boolean isInstalled(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Ended move() throws IOException, InterruptedException {
        Matcher script = SCRIPT.matcher(Files.readString(Path.of("../../docs/durability.md")));
        assertThat(script.find()).isTrue();
        Path file = Files.writeString(folder.resolve("move.sh"), script.group(1));
        String url = TestDatabase.url().substring("jdbc:".length());
        Process process = new ProcessBuilder(List.of("sh", file.toString(), folder.toString(), url, settings.schema()))
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), told);
    }

    @Test
    void executions_that_were_moved_go_on_as_they_would_have_where_they_were() throws Exception {
        assertThat(move()).isEqualTo(new Ended(0, ""));

        try (PostgresStore store = PostgresStore.open(TestDatabase.url(), settings)) {
            assertThat(store.verify()).isEmpty();
        }
        assertThat(InterruptedExecutions.finish(PostgresStore.open(TestDatabase.url(), settings)))
                .isEqualTo(Files.readString(KEPT.resolve("expected.txt")));
    }

    @Test
    void a_folder_that_is_open_or_a_schema_that_is_in_use_is_refused_and_nothing_is_copied() throws Exception {
        Path log = Files.writeString(folder.resolve("stepwright.db-wal"), "commits");
        Ended open = move();
        Files.delete(log);
        TestDatabase.execute("INSERT INTO " + settings.schema() + ".batch VALUES (1, 1, 1, '')");
        Ended used = move();

        assertThat(open.exit).isNotZero();
        assertThat(open.told).contains("is open, or was not closed");
        assertThat(used.exit).isNotZero();
        assertThat(used.told).contains("duplicate key");
        assertThat(folder.resolve("move.sql")).doesNotExist();
        assertThat(TestDatabase.text("SELECT count(*) FROM " + settings.schema() + ".execution"))
                .isEqualTo("0");
    }
}
