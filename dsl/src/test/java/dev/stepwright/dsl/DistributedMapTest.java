package dev.stepwright.dsl;

import static dev.stepwright.dsl.Dsl.distributedMap;
import static dev.stepwright.dsl.Dsl.item;
import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.pass;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.value;
import static dev.stepwright.dsl.Dsl.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.items.Batch;
import dev.stepwright.dsl.items.Batches;
import dev.stepwright.dsl.items.ChildExecution;
import dev.stepwright.dsl.items.CsvFormat;
import dev.stepwright.dsl.items.ItemFormat;
import dev.stepwright.dsl.items.ItemReader;
import dev.stepwright.dsl.items.ResultFormat;
import dev.stepwright.dsl.items.S3Object;
import dev.stepwright.dsl.items.WrittenResults;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DistributedMapTest {
    record Request(String bucket, String key, int size, List<Row> rows) {}

    record Row(String id, String name) {}

    record Tagged(Row row, String from) {}

    record Count(int rows) {}

    interface Importer {
        Count row(Row row);

        Count tagged(Tagged tagged);

        Count batch(Batch<String, Tagged> batch);

        Count plain(Batch<Void, Row> batch);

        Count object(S3Object object);
    }

    private static DistributedMap<Request, Count> everything() {
        return distributedMap(
                        "M",
                        ItemReader.object(
                                        ItemFormat.csv(Row.class)
                                                .headers("id", "name")
                                                .delimiter(CsvFormat.Delimiter.PIPE),
                                        path(Request::bucket),
                                        path(Request::key))
                                .maxItems(path(Request::size)))
                .select(object(Tagged::new, item(), path(Request::key)))
                .batches(Batches.ofItems(path(Request::size)).maxBytes(1000).input(path(Request::bucket)))
                .process(task("Import", Importer::batch))
                .executionType(ExecutionType.EXPRESS)
                .label("import")
                .maxConcurrency(path(Request::size))
                .toleratedFailures(path(Request::size))
                .toleratedFailurePercentage(5)
                .comment("c");
    }

    @Test
    void every_field_is_written_in_jsonata() {
        assertThat(json(StateMachine.start(everything().writeResults(path(Request::bucket), value("out")))
                        .end()))
                .hasToString(text("""
                        {"Type":"Map","Comment":"c",
                         "ItemReader":{"Resource":"arn:aws:states:::s3:getObject",
                           "ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":"GIVEN","CSVHeaders":["id","name"],
                             "CSVDelimiter":"PIPE","MaxItems":"{% $states.input.size %}"},
                           "Arguments":{"Bucket":"{% $states.input.bucket %}","Key":"{% $states.input.key %}"}},
                         "ItemSelector":{"row":"{% $states.context.Map.Item.Value %}","from":"{% $states.input.key %}"},
                         "ItemBatcher":{"MaxItemsPerBatch":"{% $states.input.size %}","MaxInputBytesPerBatch":1000,
                           "BatchInput":"{% $states.input.bucket %}"},
                         "MaxConcurrency":"{% $states.input.size %}",
                         "ToleratedFailureCount":"{% $states.input.size %}","ToleratedFailurePercentage":5,
                         "Label":"import",
                         "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject",
                           "Arguments":{"Bucket":"{% $states.input.bucket %}","Prefix":"out"}},
                         "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},
                           "StartAt":"Import",
                           "States":{"Import":{"Type":"Task","Resource":"${Importer_batch}","End":true}}},
                         "End":true}"""));
    }

    @Test
    void every_field_is_written_in_jsonpath() {
        var machine = StateMachine.start(distributedMap(
                                "M",
                                ItemReader.object(
                                                ItemFormat.json(Row.class).itemsAt("/data/rows"),
                                                path(Request::bucket),
                                                path(Request::key))
                                        .maxItems(path(Request::size)))
                        .select(object(Tagged::new, item(), path(Request::key)))
                        .batches(Batches.ofBytes(path(Request::size)).input(object(Count::new, path(Request::size))))
                        .process(pass("P"))
                        .maxConcurrency(10)
                        .toleratedFailures(3)
                        .toleratedFailurePercentage(path(Request::size))
                        .writeResults(
                                ResultFormat.jsonLines(ResultFormat.Transformation.COMPACT),
                                value("b"),
                                path(Request::key)))
                .end()
                .queryLanguage(QueryLanguage.JSONPATH);

        assertThat(json(machine)).hasToString(text("""
                        {"Type":"Map",
                         "ItemReader":{"Resource":"arn:aws:states:::s3:getObject",
                           "ReaderConfig":{"InputType":"JSON","ItemsPointer":"/data/rows","MaxItemsPath":"$.size"},
                           "Parameters":{"Bucket.$":"$.bucket","Key.$":"$.key"}},
                         "ItemSelector":{"row.$":"$$.Map.Item.Value","from.$":"$.key"},
                         "ItemBatcher":{"MaxInputBytesPerBatchPath":"$.size","BatchInput":{"rows.$":"$.size"}},
                         "MaxConcurrency":10,"ToleratedFailureCount":3,"ToleratedFailurePercentagePath":"$.size",
                         "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject",
                           "Parameters":{"Bucket":"b","Prefix.$":"$.key"},
                           "WriterConfig":{"Transformation":"COMPACT","OutputType":"JSONL"}},
                         "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
                           "StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},
                         "End":true}"""));
    }

    static Stream<Arguments> readers() {
        ItemFormat<Row> lines = ItemFormat.jsonLines(Row.class);
        return Stream.of(
                Arguments.of(ItemReader.object(lines, value("b"), value("k")), """
                        {"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSONL"},
                         "Arguments":{"Bucket":"b","Key":"k"}}"""),
                Arguments.of(
                        ItemReader.object(ItemFormat.csv(Row.class), value("b"), value("k"))
                                .maxItems(7),
                        """
                        {"Resource":"arn:aws:states:::s3:getObject",
                         "ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":"FIRST_ROW","MaxItems":7},
                         "Arguments":{"Bucket":"b","Key":"k"}}"""),
                Arguments.of(ItemReader.objectVersion(lines, value("b"), value("k"), value("v")), """
                        {"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSONL"},
                         "Arguments":{"Bucket":"b","Key":"k","VersionId":"v"}}"""),
                Arguments.of(ItemReader.athenaData(ItemFormat.parquet(Row.class), value("b"), value("k")), """
                        {"Resource":"arn:aws:states:::s3:getObject",
                         "ReaderConfig":{"InputType":"PARQUET","ManifestType":"ATHENA_DATA"},
                         "Arguments":{"Bucket":"b","Key":"k"}}"""),
                Arguments.of(ItemReader.inventory(value("b"), value("k")), """
                        {"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"ManifestType":"S3_INVENTORY"},
                         "Arguments":{"Bucket":"b","Key":"k"}}"""),
                Arguments.of(ItemReader.list(value("b"), value("p")), """
                        {"Resource":"arn:aws:states:::s3:listObjectsV2","Arguments":{"Bucket":"b","Prefix":"p"}}"""),
                Arguments.of(ItemReader.list(value("b")), """
                        {"Resource":"arn:aws:states:::s3:listObjectsV2","Arguments":{"Bucket":"b"}}"""),
                Arguments.of(ItemReader.contents(lines, value("b"), value("p")), """
                        {"Resource":"arn:aws:states:::s3:listObjectsV2",
                         "ReaderConfig":{"InputType":"JSONL","Transformation":"LOAD_AND_FLATTEN"},
                         "Arguments":{"Bucket":"b","Prefix":"p"}}"""));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_reader_has_these_fields(ItemReader<?, ?> reader, String expected) {
        var machine = StateMachine.start(distributedMap("M", reader).process(pass("P")))
                .end();

        assertThat(json(machine).path("ItemReader")).isEqualTo(read(expected));
    }

    @Test
    void a_list_of_the_input_needs_no_reader() {
        var machine = StateMachine.start(
                        distributedMap("M", path(Request::rows)).process(task("Import", Importer::row)))
                .end();

        assertThat(json(machine).path("Items").stringValue()).isEqualTo("{% $states.input.rows %}");
        assertThat(machine.inputType()).isEqualTo(Request.class);
    }

    @Test
    void what_the_processor_takes_can_be_read_as_another_type() {
        var machine = StateMachine.start(distributedMap("M", path(Request::rows))
                        .batches(Batches.ofItems(10))
                        .takenAs(JsonNode.class)
                        .process(pass("P")))
                .end();

        assertThat(json(machine).path("ItemBatcher")).isEqualTo(read("{\"MaxItemsPerBatch\":10}"));
        assertThat(JavaValues.mapper().constructType(machine.outputType()))
                .isEqualTo(JavaValues.mapper().constructType(new TypeRef<List<JsonNode>>() {}.type()));
    }

    @Test
    void what_comes_out_is_a_list_of_what_the_processor_gives() {
        var machine = StateMachine.start(distributedMap("M", path(Request::rows))
                        .batches(Batches.ofItems(10))
                        .process(task("Import", Importer::plain)))
                .end();

        assertThat(JavaValues.mapper().constructType(machine.outputType()))
                .isEqualTo(JavaValues.mapper().constructType(new TypeRef<List<Count>>() {}.type()));
    }

    @Test
    void what_comes_out_is_the_place_of_the_results_if_they_are_written() {
        assertThat(StateMachine.start(everything().writeResults(value("b"), value("p")))
                        .end()
                        .outputType())
                .isEqualTo(WrittenResults.class);
    }

    @Test
    void what_comes_out_is_what_the_format_says() {
        var machine = StateMachine.start(everything()
                        .formatResults(
                                ResultFormat.json(ResultFormat.Transformation.NONE),
                                new TypeRef<List<ChildExecution>>() {}))
                .end();

        assertThat(json(machine).path("ResultWriter"))
                .isEqualTo(read("{\"WriterConfig\":{\"Transformation\":\"NONE\",\"OutputType\":\"JSON\"}}"));
        assertThat(JavaValues.mapper().constructType(machine.outputType()))
                .isEqualTo(JavaValues.mapper().constructType(new TypeRef<List<ChildExecution>>() {}.type()));
    }

    @Test
    void the_executions_see_no_variables_from_outside() {
        Var<String> from = variable("from", String.class);

        var refused = catchThrowableOfType(
                InvalidStateMachineException.class,
                () -> StateMachine.start(Dsl.<Request>pass("Set").assign(from, path(Request::key)))
                        .then(distributedMap("M", path(Request::rows)).process(pass("Read", from.value())))
                        .end());

        assertThat(refused).hasMessageContaining("state \"Read\": it reads the variable from, which not every path");
    }

    @Test
    void numbers_out_of_range_are_refused_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> everything().toleratedFailures(-1))
                .withMessageContaining("0 or more, found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> everything().toleratedFailurePercentage(100.5))
                .withMessageContaining("0 to 100, found 100.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Batches.ofItems(0))
                .withMessageContaining("the limit of items in a batch must be 1 or more, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemReader.list(value("b"), value("p")).maxItems(-1))
                .withMessageContaining("0 or more, found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemFormat.json(Row.class).itemsAt("data"))
                .withMessageContaining("data");
    }

    private static JsonNode json(StateMachine<?, ?> machine) {
        return machine.definition().state("M").orElseThrow().json();
    }

    private static String text(String json) {
        return read(json).toString();
    }

    private static JsonNode read(String text) {
        return JsonDocument.parse(text).root();
    }
}
