package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.testkit.InterruptedExecutions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that versions have left behind while executions ran. A folder for each version holds its {@code stepwright.db}, which is never made anew, and
 * what is {@code expected.txt} of it today. {@code -Dstepwright.fixture=VERSION} makes the file, if it is not there, and the text.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpgradeTest {
    private static final Path FOLDER = Path.of("src/test/resources/upgrade");
    private static final String EXPECTED = "expected.txt";
    private static final String FILE = "stepwright.db";
    private static final SqliteSettings SETTINGS = SqliteSettings.DEFAULT.withClock(() -> InterruptedExecutions.START);

    @TempDir
    private Path folder;

    static Stream<Path> versions() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().toList().stream();
        }
    }

    private SqliteStore copyOf(Path version) throws IOException {
        Files.copy(version.resolve(FILE), folder.resolve(FILE));
        return SqliteStore.open(folder, SETTINGS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void what_a_version_has_left_running_goes_on_and_what_had_ended_is_told(Path version) throws Exception {
        String told = InterruptedExecutions.finish(copyOf(version));

        assertThat(told).isEqualTo(Files.readString(version.resolve(EXPECTED)));
        try (SqliteStore store = SqliteStore.open(folder, SETTINGS)) {
            assertThat(store.running()).isEmpty();
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void what_this_version_leaves_running_goes_on_as_what_the_latest_has_left() throws Exception {
        InterruptedExecutions.interrupt(SqliteStore.open(folder, SETTINGS));
        List<Path> versions = versions().toList();

        assertThat(InterruptedExecutions.finish(SqliteStore.open(folder, SETTINGS)))
                .isEqualTo(Files.readString(versions.get(versions.size() - 1).resolve(EXPECTED)));
    }

    @Test
    @EnabledIfSystemProperty(named = "stepwright.fixture", matches = ".+")
    void a_fixture_is_made() throws Exception {
        Path version = Files.createDirectories(FOLDER.resolve(System.getProperty("stepwright.fixture")));
        if (!Files.exists(version.resolve(FILE))) {
            Path made = folder.resolve("made");
            InterruptedExecutions.interrupt(SqliteStore.open(made, SETTINGS));
            Files.copy(made.resolve(FILE), version.resolve(FILE));
        }

        Files.writeString(version.resolve(EXPECTED), InterruptedExecutions.finish(copyOf(version)));
    }
}
