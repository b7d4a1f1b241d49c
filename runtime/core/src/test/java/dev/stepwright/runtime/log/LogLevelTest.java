package dev.stepwright.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.history.StateKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class LogLevelTest {
    @Test
    void each_event_that_tells_of_a_failure_is_an_error() throws ReflectiveOperationException {
        List<Class<?>> failures = Arrays.stream(Event.class.getPermittedSubclasses())
                .filter(type -> Stream.of("Failed", "TimedOut", "Aborted").anyMatch(type.getSimpleName()::endsWith))
                .toList();

        assertThat(failures)
                .hasSizeGreaterThan(10)
                .allSatisfy(type -> assertThat(LogLevel.ERROR.includes(blank(type)))
                        .as(type.getSimpleName())
                        .isTrue());
    }

    private static Event blank(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] nothing = Arrays.stream(constructor.getParameterTypes())
                .map(parameter -> parameter == int.class ? (Object) 0 : null)
                .toArray();
        return (Event) constructor.newInstance(nothing);
    }

    @Test
    void of_the_states_that_are_entered_only_fail_is_an_error() {
        assertThat(StateKind.values())
                .filteredOn(kind -> LogLevel.ERROR.includes(
                        new Event.StateEntered(kind, "S", JsonNodeFactory.instance.objectNode(), null)))
                .containsExactly(StateKind.FAIL);
    }

    @Test
    void an_event_is_one_line_with_the_members_of_cloudwatch() {
        HistoryEvent event = new HistoryEvent(
                2,
                1,
                Instant.ofEpochMilli(1_700_000_000_123L),
                "PassStateEntered",
                "stateEnteredEventDetails",
                JsonNodeFactory.instance.objectNode().put("name", "two\nlines"));

        String line = Slf4jExecutionLog.line("arn:one", 0, event);

        assertThat(line)
                .isEqualTo("{\"id\":\"2\",\"type\":\"PassStateEntered\",\"details\":{\"name\":\"two\\nlines\"},"
                        + "\"previous_event_id\":\"1\",\"event_timestamp\":\"1700000000123\",\"execution_arn\":\"arn:one\","
                        + "\"redrive_count\":\"0\"}");
    }
}
