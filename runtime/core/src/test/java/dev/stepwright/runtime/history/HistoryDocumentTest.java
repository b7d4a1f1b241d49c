package dev.stepwright.runtime.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryDocumentTest {
    private static final String STARTED = """
            {"timestamp": "2026-01-31T11:00:00.123000+01:00", "type": "ExecutionStarted", "id": 1, "previousEventId": 0,
             "executionStartedEventDetails": {"input": "{ \\"a\\": 1.50 }", "inputDetails": {"truncated": false}, "roleArn": "r"}}""";

    private static final String SUCCEEDED = """
            {"timestamp": 1769853601.5, "type": "ExecutionSucceeded", "id": 2, "previousEventId": 0,
             "executionSucceededEventDetails": {"output": "[]", "outputDetails": {"truncated": false}}}""";

    private static List<HistoryEntry> parse(String text) {
        return HistoryDocument.parse("h.json", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"events\": [%s, %s]}",
                "[%s, %s]",
                "{\"events\": [%s], \"nextToken\": \"t\"}\n{\"events\": [%s]}\n",
                "[{\"events\": [%s], \"nextToken\": \"t\"}, {\"events\": [%s]}]"
            })
    void events_are_read_as_the_cli_prints_them_and_page_by_page(String document) {
        List<HistoryEntry> events = parse(document.formatted(STARTED, SUCCEEDED));

        assertThat(events).extracting(HistoryEntry::id).containsExactly(1L, 2L);
        assertThat(events)
                .extracting(HistoryEntry::time)
                .containsExactly(Instant.parse("2026-01-31T10:00:00.123Z"), Instant.parse("2026-01-31T10:00:01.500Z"));
        assertThat(events.get(0).event()).isInstanceOfSatisfying(Event.ExecutionStarted.class, started -> {
            assertThat(JsonText.compact(started.input())).isEqualTo("{\"a\":1.50}");
            assertThat(started.inputText()).isEqualTo("{ \"a\": 1.50 }");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"events:\n%s%s", "- events:\n%s  nextToken: t\n- events:\n%s"}) // --output yaml and yaml-stream
    void events_are_read_in_yaml(String document) {
        String started = """
                  - executionStartedEventDetails:
                      input: '{ "a": 1.50 }'
                      inputDetails:
                        truncated: false
                      roleArn: r
                    id: 1
                    previousEventId: 0
                    timestamp: '2026-01-31T11:00:00.123000+01:00'
                    type: ExecutionStarted
                """;
        String aborted = """
                  - id: 2
                    timestamp: 2026-01-31T11:00:01+01:00
                    type: ExecutionAborted
                """;

        assertThat(parse(document.formatted(started, aborted)))
                .extracting(HistoryEntry::time)
                .containsExactly(Instant.parse("2026-01-31T10:00:00.123Z"), Instant.parse("2026-01-31T10:00:01Z"));
        assertThatThrownBy(() -> parse(document.formatted(started, aborted.replace("id: 2", "id: 3"))))
                .hasMessageContaining("event 2 must be there, found event 3 in its place");
    }

    @Test
    void of_members_with_one_name_the_last_counts_as_where_an_execution_is_started() {
        String twice = STARTED.replace("{ ", "{ \\\"a\\\": 1, ");

        assertThat(twice).isNotEqualTo(STARTED);
        assertThat(parse("[" + twice + "," + SUCCEEDED + "]").get(0).event())
                .isInstanceOfSatisfying(
                        Event.ExecutionStarted.class,
                        started -> assertThat(JsonText.compact(started.input())).isEqualTo("{\"a\":1.50}"));
    }

    @Test
    void events_in_reverse_are_put_in_their_order() {
        assertThat(parse("[" + SUCCEEDED + "," + STARTED + "]"))
                .extracting(HistoryEntry::id)
                .containsExactly(1L, 2L);
    }

    @Test
    void a_task_has_what_aws_tells_only_where_it_is_scheduled() {
        List<HistoryEntry> events = parse("[" + STARTED + """
                , {"timestamp": 1, "type": "TaskStateEntered", "id": 2, "stateEnteredEventDetails": {"name": "Pay", "input": "{}"}}
                , {"timestamp": 1, "type": "LambdaFunctionScheduled", "id": 3, "previousEventId": 2,
                   "lambdaFunctionScheduledEventDetails": {"resource": "arn:f", "input": "1", "timeoutInSeconds": 5}}
                , {"timestamp": 1, "type": "LambdaFunctionStartFailed", "id": 4, "previousEventId": 3,
                   "lambdaFunctionStartFailedEventDetails": {"error": "Lambda.Unknown", "cause": "c"}}]""");

        Event.TaskScheduled scheduled = (Event.TaskScheduled) events.get(2).event();
        assertThat(scheduled.timeoutSeconds()).isEqualTo(5);
        assertThat(events.get(3).event())
                .isEqualTo(new Event.TaskFailed(scheduled.resource(), "Pay", "Lambda.Unknown", "c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[                                             | h.json:1:2: the array that begins at 1:1 does not end",
                "[[1]]                                         | h.json:1:2: an event must have a type, found [1]",
                "{\"a\": 1}                                    | h.json:1:1: a history must be an object with events, or their array, found {\"a\":1}; give what aws stepfunctions get-execution-history prints",
                "GetExecutionHistory                           | h.json:1:1: a history must be an object with events, or their array, found \"GetExecutionHistory\"; give",
                "events: [                                     | h.json:1:",
                "[]                                            | h.json: a history must have events, found none",
                "[{\"type\": \"X\", \"id\": \"1\", \"event_timestamp\": \"1\"}] | h.json:1:2: a history must be what get-execution-history prints, found an event of a log",
                "[{\"type\": \"X\", \"id\": -1}]               | h.json:1:22: id must be a whole number, found -1",
                "[{\"type\": \"X\", \"id\": 1, \"timestamp\": \"now\"}] | h.json:1:38: timestamp must be a text like",
                "[{\"type\": \"X\", \"id\": 2, \"timestamp\": 1}] | h.json:1:2: event 1 must be there, found event 2 in its place",
                "[{\"type\": \"X\", \"id\": 1, \"timestamp\": 1}] | h.json:1:2: event 1, X: no event of this type is known",
                "[{\"type\": \"PassStateSucceeded\", \"id\": 1, \"timestamp\": 1}] | h.json:1:2: event 1, PassStateSucceeded: no event of this type is known",
                "[{\"type\": \"X\", \"id\": 1, \"previousEventId\": 1, \"timestamp\": 1}] | h.json:1:2: previousEventId of event 1 must be that of an earlier one, found 1",
                "[{\"type\": \"ExecutionStarted\", \"id\": 1, \"timestamp\": 1}] | h.json:1:2: event 1, ExecutionStarted: input must be there, found none; fetch",
                "[{\"type\": \"ExecutionRedriven\", \"id\": 1, \"timestamp\": 1}] | h.json:1:2: event 1, ExecutionRedriven: redriveCount must be a number, found null",
                "[{\"type\": \"ExecutionSucceeded\", \"id\": 1, \"timestamp\": 1, \"executionSucceededEventDetails\": {\"output\": \"{\"}}] | h.json:1:103: event 1, ExecutionSucceeded: output must be JSON: line 1, column 2",
                "[{\"type\": \"ExecutionSucceeded\", \"id\": 1, \"timestamp\": 1, \"executionSucceededEventDetails\": {\"output\": \"{}\", \"outputDetails\": {\"truncated\": true}}}] | h.json:1:103: event 1, ExecutionSucceeded: output must be whole, found it truncated",
                "{\"events\": [{\"type\": \"ExecutionAborted\", \"id\": 1, \"timestamp\": 1}], \"nextToken\": \"t\"} | h.json: a history must be whole, found nextToken after event 1; fetch all pages",
                "{\"events\": [{\"type\": \"ExecutionAborted\", \"id\": 1, \"timestamp\": 1}], \"NextToken\": \"t\"} | h.json: a history must be whole, found nextToken after event 1"
            })
    void what_is_no_history_is_refused_with_its_place(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# My orders\n- [ ] a: b: c", "<svg>a: b: c</svg>", "\"a\" b"})
    void a_file_of_another_kind_is_no_history(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("h.json:")
                .hasMessageEndingWith("; this is no history, neither in JSON nor in YAML: give what aws stepfunctions "
                        + "get-execution-history prints");
    }

    @Test
    void an_event_that_is_there_twice_is_refused_in_the_page_where_it_stands() {
        assertThatThrownBy(() -> parse("[" + STARTED + "]\n\n [" + STARTED + "]"))
                .hasMessage("h.json:4:3: an event must be there once, found another event 1");
    }

    @Test
    void a_history_of_all_25_000_events_with_a_large_one_is_read() {
        String large = JsonText.quote("\"" + "x".repeat(256 * 1024 - 2) + "\"");
        String events = IntStream.rangeClosed(2, 25_000)
                .mapToObj(id -> """
                        {"timestamp": 1, "type": "PassStateEntered", "id": %d, "previousEventId": %d,
                         "stateEnteredEventDetails": {"name": "P", "input": %s}}""".formatted(id, id - 1, id == 77 ? large : "\"{}\""))
                .collect(Collectors.joining(",", "[" + STARTED + ",", "]"));

        assertThat(parse(events)).hasSize(25_000);
    }
}
