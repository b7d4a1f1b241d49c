package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.testkit.CrashPoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios are some of those that the SQLite store has. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashPointsTest {
    private final Map<String, PostgresSettings> schemas = new HashMap<>();

    private PostgresStore open(String name) {
        PostgresSettings settings =
                schemas.computeIfAbsent(name, made -> TestDatabase.settings().withClock(() -> CrashPoints.START));
        return PostgresStore.open(TestDatabase.url(), settings);
    }

    static Stream<Path> scenarios() throws IOException {
        return Stream.concat(
                CrashPoints.scenarios(Path.of("../core/src/test/resources/cases/engine"), 20).stream(),
                CrashPoints.scenarios(Path.of("../store-sqlite/src/test/resources/crash"), 2).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void wherever_the_process_ends_the_execution_goes_on_as_if_it_had_not(Path file) throws IOException {
        assertThat(new CrashPoints(file, this::open).check()).isPositive();
    }
}
