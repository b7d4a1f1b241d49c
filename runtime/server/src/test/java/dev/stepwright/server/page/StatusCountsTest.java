package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.server.api.ApiError;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusCountsTest {
    @Test
    void executions_are_counted_however_many_there_are() {
        Calls calls = new Calls(
                Map.of(),
                arn -> Optional.of(Map.of(ExecutionStatus.FAILED, 999L, ExecutionStatus.SUCCEEDED, 1_234_567L)));

        StatusCounts counts = StatusCounts.of(calls, "machine").orElseThrow();

        assertThat(counts.text("FAILED")).isEqualTo("999");
        assertThat(counts.text("SUCCEEDED")).isEqualTo("1,234,567");
        assertThat(counts.text("RUNNING")).isEqualTo("0");
        assertThat(counts.isAny("RUNNING")).isFalse();
    }

    @Test
    void executions_that_may_not_be_listed_are_not_counted() {
        Calls calls = new Calls(Map.of(), arn -> {
            throw ApiError.of("AccessDeniedException", "not you");
        });

        assertThat(StatusCounts.of(calls, "machine")).isEmpty();
    }
}
