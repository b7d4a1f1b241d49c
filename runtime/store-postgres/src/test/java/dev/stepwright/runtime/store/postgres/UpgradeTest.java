package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.testkit.InterruptedExecutions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables that versions have left behind while executions ran, as a {@link Dump} for each. What becomes of them is the same as with the files of the SQLite
 * store, whose test has the texts. {@code -Dstepwright.fixture=VERSION} makes a dump that is not there.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpgradeTest {
    private static final Path FOLDER = Path.of("src/test/resources/upgrade");
    private static final Path EXPECTED = Path.of("../store-sqlite").resolve(FOLDER);

    static Stream<String> versions() throws IOException {
        try (Stream<Path> dumps = Files.list(FOLDER)) {
            return dumps.map(dump -> dump.getFileName().toString().replace(".sql", "")).sorted().toList().stream();
        }
    }

    private static PostgresSettings settings() {
        return TestDatabase.settings().withClock(() -> InterruptedExecutions.START);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void what_a_version_has_left_running_goes_on_and_what_had_ended_is_told(String version) throws Exception {
        PostgresSettings settings = settings();
        new Dump(Files.readString(FOLDER.resolve(version + ".sql"))).load(settings.schema());

        assertThat(InterruptedExecutions.finish(PostgresStore.open(TestDatabase.url(), settings)))
                .isEqualTo(Files.readString(EXPECTED.resolve(version).resolve("expected.txt")));
        try (PostgresStore store = PostgresStore.open(TestDatabase.url(), settings)) {
            assertThat(store.running()).isEmpty();
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "stepwright.fixture", matches = ".+")
    void a_dump_is_made() throws Exception {
        Path dump = FOLDER.resolve(System.getProperty("stepwright.fixture") + ".sql");
        if (!Files.exists(dump)) {
            PostgresSettings settings = settings();
            InterruptedExecutions.interrupt(PostgresStore.open(TestDatabase.url(), settings));
            String statements = String.join("\n", Schema.of(settings.schema()).scripts());
            Files.writeString(dump, Dump.of(settings.schema(), statements).text());
        }
    }
}
