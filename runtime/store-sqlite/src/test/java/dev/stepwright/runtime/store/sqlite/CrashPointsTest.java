package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.testkit.CrashPoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios are case files of the engine, and Map Runs of which somebody stops an execution. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashPointsTest {
    private static final SqliteSettings SETTINGS = SqliteSettings.DEFAULT.withClock(() -> CrashPoints.START);

    @TempDir
    private Path temporary;

    static Stream<Path> scenarios() throws IOException {
        return Stream.concat(
                CrashPoints.scenarios(Path.of("../core/src/test/resources/cases/engine"), 3).stream(),
                CrashPoints.scenarios(Path.of("src/test/resources/crash"), 1).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void wherever_the_process_ends_the_execution_goes_on_as_if_it_had_not(Path file) throws IOException {
        CrashPoints points = new CrashPoints(file, name -> SqliteStore.open(temporary.resolve(name), SETTINGS));

        assertThat(points.check()).isPositive();
    }
}
