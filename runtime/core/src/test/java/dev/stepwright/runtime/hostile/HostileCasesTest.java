package dev.stepwright.runtime.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.stepwright.runtime.engine.Limits;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every file below {@code cases/hostile}: whatever a definition, an input or a task does, the execution ends with the right error,
 * and the engine goes on. Runs in a Java of its own with a heap of 256 MB. The time limit is a net for what never ends.
 */
@Tag("hostile")
class HostileCasesTest {
    private static final Duration NEVER = Duration.ofSeconds(60);

    static Stream<HostileCase> cases() {
        return HostileCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_case_ends_as_its_file_says_and_the_engine_goes_on(HostileCase hostileCase) {
        List<HostileCase.Result> results = assertTimeoutPreemptively(NEVER, hostileCase::run);

        JsonNode expected = hostileCase.expected();
        HostileCase.Result result = results.get(0);
        assertThat(result.status() + " " + result.error())
                .as(result.detail())
                .isEqualTo(expected.path("status").stringValue() + " "
                        + expected.path("error").asString("null"));
        if (expected.has("says")) {
            assertThat(result.detail()).contains(expected.path("says").stringValue());
        }
        assertThat((long) result.events()).isLessThanOrEqualTo(Limits.STANDARD.historyEvents());
        assertThat(results.get(1).status()).as("the engine goes on").isEqualTo("SUCCEEDED");
    }

    @Test
    void the_heap_is_small_enough_for_a_growing_value_to_be_noticed() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256L << 20);
    }
}
