package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InspectionLevel;
import software.amazon.awssdk.services.sfn.model.TestStateResponse;

/** TestState of a Map: where its items come from and what its iterations start with. */
class MapTrialTest extends ServerTest {
    private static String map(String fields) {
        return "{\"Type\":\"Map\"," + fields
                + ",\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"},\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Pass\",\"End\":true}}},\"End\":true}";
    }

    private static String reader(String config) {
        return "\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"ReaderConfig\":{" + config
                + "},\"Parameters\":{\"Bucket\":\"b\",\"Key\":\"k\"}},\"ItemSelector\":{\"is.$\":\"$$.Map.Item.Value\"}";
    }

    private TestStateResponse tried(String fields, String input, String data) {
        return tried(sfn, fields, input, data);
    }

    private static TestStateResponse tried(SfnClient client, String fields, String input, String data) {
        return client.testState(r -> r.definition(map(fields))
                .input(input)
                .inspectionLevel(InspectionLevel.DEBUG)
                .stateConfiguration(c -> c.mapItemReaderData(data))
                .mock(m -> m.result("[1, 2]")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "InputType":"CSV","CSVHeaderLocation":"FIRST_ROW"      | 'a,b\n1,2\n'              | [{"is":{"a":"1","b":"2"}}]
            "InputType":"JSONL"                                    | '{"a":1}\n{"a":2}'        | [{"is":{"a":1}},{"is":{"a":2}}]
            "InputType":"JSON"                                     | [7,8]                     | [{"is":7},{"is":8}]
            "InputType":"JSON","MaxItems":1                        | [7,8]                     | [{"is":7}]
            "InputType":"JSON","ItemsPointer":"/x/0"               | '{"x":[[7,8]]}'           | [{"is":7},{"is":8}]
            """)
    void the_data_of_a_reader_is_read_in_its_format(String config, String data, String inputs) {
        var tried = tried(reader(config), "{}", data);

        assertThat(tried.statusAsString()).isEqualTo("SUCCEEDED");
        assertThat(tried.inspectionData().afterItemSelector()).isEqualTo(inputs);
        assertThat(tried.inspectionData().afterItemsPointer()).isEqualTo(config.contains("Pointer") ? "[7,8]" : null);
    }

    @Test
    void data_that_is_not_in_the_format_of_its_reader_fails_the_state() {
        var tried = tried(reader("\"InputType\":\"JSON\""), "{}", "{\"no\":\"array\"}");

        assertThat(tried.statusAsString()).isEqualTo("FAILED");
        assertThat(tried.error()).isEqualTo("States.ItemReaderFailed");
        assertThat(tried.inspectionData().afterItemSelector()).isNull();
    }

    @Test
    void a_selector_sees_where_the_items_come_from_and_their_names() {
        String selector = "\"ItemSelector\":{\"k.$\":\"$$.Map.Item.Key\",\"from.$\":\"$$.Map.Item.Source\"}";
        String fields = reader("\"InputType\":\"JSON\"").replaceFirst("\"ItemSelector\".*", "") + selector;

        try (RunningServer newer = RunningServer.start(config -> config.iteratingOverObjects(true))) {
            assertThat(tried(newer.client(), fields, "{}", "{\"a\":1}")
                            .inspectionData()
                            .afterItemSelector())
                    .isEqualTo("[{\"k\":\"a\",\"from\":\"S3://b/k\"}]");
        }
        assertThat(tried("\"ItemSelector\":{\"from.$\":\"$$.Map.Item.Source\"}", "[1]", null)
                        .inspectionData()
                        .afterItemSelector())
                .isEqualTo("[{\"from\":\"STATE_DATA\"}]");
    }

    @Test
    void batches_hold_as_many_items_and_bytes_as_they_may() {
        String batcher =
                "\"ItemsPath\":\"$.v\",\"ItemBatcher\":{\"MaxItemsPerBatch\":2,\"MaxInputBytesPerBatch\":40,\"BatchInput\":{\"n.$\":\"$.n\"}}";

        var tried = tried(batcher, "{\"n\":1,\"v\":[1,2,3,\"abcdefghijklmn\"]}", null);

        assertThat(tried.inspectionData().afterItemBatcher())
                .isEqualTo("[{\"BatchInput\":{\"n\":1},\"Items\":[1,2]},{\"BatchInput\":{\"n\":1},\"Items\":[3]},"
                        + "{\"BatchInput\":{\"n\":1},\"Items\":[\"abcdefghijklmn\"]}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "MaxConcurrencyPath":"$.n"             | -1  | MaxConcurrency cannot be negative.
            "ToleratedFailureCountPath":"$.n"      | -1  | ToleratedFailureCount cannot be negative.
            "ToleratedFailurePercentagePath":"$.n" | -1  | ToleratedFailurePercentage must be between 0 and 100.
            "ToleratedFailurePercentagePath":"$.n" | 101 | ToleratedFailurePercentage must be between 0 and 100.
            """)
    void a_number_that_no_execution_takes_fails_the_state(String field, String number, String cause) {
        var tried = tried("\"ItemsPath\":\"$.v\"," + field, "{\"v\":[1],\"n\":" + number + "}", null);

        assertThat(tried.statusAsString()).isEqualTo("FAILED");
        assertThat(tried.error()).isEqualTo("States.Runtime");
        assertThat(tried.cause()).isEqualTo(cause);
    }

    @Test
    void a_map_that_no_execution_can_run_fails() {
        String inline = map("\"ItemBatcher\":{\"MaxItemsPerBatch\":2}")
                .replace("DISTRIBUTED", "INLINE")
                .replace(",\"ExecutionType\":\"STANDARD\"", "");

        var tried = sfn.testState(r -> r.definition(inline).input("[1]").mock(m -> m.result("[1]")));

        assertThat(tried.error()).isEqualTo("States.Runtime");
        assertThat(tried.cause()).contains("not supported for INLINE maps");
    }
}
