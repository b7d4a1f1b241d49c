package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.Operation;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCountsTest {
    private static final ListExecutions.Item EXECUTION = new ListExecutions.Item(
            "arn", "machine", "one", "FAILED", Instant.EPOCH, null, null, null, null, null, 0, null);

    private static Calls calls(Function<ListExecutions, ListExecutions.Answer> answer) {
        return new Calls(Map.of("ListExecutions", Operation.of("ListExecutions", ListExecutions::of, answer::apply)));
    }

    /** As many executions as there are of each status are answered, but no more than were asked for. */
    private static StatusCounts counts(Map<String, Integer> there, int among) {
        Calls calls = calls(request -> new ListExecutions.Answer(
                Collections.nCopies(
                        Math.min(there.getOrDefault(request.statusFilter(), 0), request.maxResults()), EXECUTION),
                null));
        return StatusCounts.of(calls, "machine", among).orElseThrow();
    }

    @Test
    void executions_are_counted_up_to_what_one_call_lists() {
        StatusCounts counts = counts(Map.of("FAILED", 999, "SUCCEEDED", 5_000), 1);

        assertThat(counts.text("FAILED")).isEqualTo("999");
        assertThat(counts.text("SUCCEEDED")).isEqualTo("999+");
        assertThat(counts.text("RUNNING")).isEqualTo("0");
        assertThat(counts.isAny("RUNNING")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, 999", "3, 100", "21, 100", "30, 100", "31, 20", "100, 20"})
    void the_more_machines_the_fewer_executions_of_each_are_counted(int machines, int most) {
        StatusCounts counts = counts(Map.of("FAILED", most, "SUCCEEDED", most + 1), machines);

        assertThat(counts.text("FAILED")).isEqualTo(most + "");
        assertThat(counts.text("SUCCEEDED")).isEqualTo(most + "+");
    }

    @Test
    void executions_that_may_not_be_listed_are_not_counted() {
        Calls calls = calls(request -> {
            throw ApiError.of("AccessDeniedException", "not you");
        });

        assertThat(StatusCounts.of(calls, "machine", 1)).isEmpty();
    }
}
