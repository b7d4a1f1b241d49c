package dev.stepwright.dsl.items;

import dev.stepwright.json.JavaValues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the items stand in an object of S3.
 *
 * @param <E> what an item is read as
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS: ItemReader</a>
 */
public sealed class ItemFormat<E> permits CsvFormat, JsonFormat {
    private final Class<E> type;
    private final ObjectNode config;

    ItemFormat(Class<E> type, ObjectNode config) {
        this.type = type;
        this.config = config;
    }

    /** Returns the format of a CSV file whose first row has the headers, separated by commas. Every cell is a text. */
    public static <E> CsvFormat<E> csv(Class<E> row) {
        return new CsvFormat<>(row, of("CSV").put("CSVHeaderLocation", "FIRST_ROW"));
    }

    /** Returns the format of a file that is a JSON array. */
    public static <E> JsonFormat<E> json(Class<E> item) {
        return new JsonFormat<>(item, of("JSON"));
    }

    /** Returns the format of a file with one JSON value on each line. */
    public static <E> ItemFormat<E> jsonLines(Class<E> item) {
        return new ItemFormat<>(item, of("JSONL"));
    }

    /** Returns the format of a Parquet file. */
    public static <E> ItemFormat<E> parquet(Class<E> item) {
        return new ItemFormat<>(item, of("PARQUET"));
    }

    private static ObjectNode of(String inputType) {
        return JsonNodeFactory.instance.objectNode().put("InputType", inputType);
    }

    final Class<E> type() {
        return type;
    }

    /** Returns a copy of the {@code ReaderConfig}. */
    final ObjectNode config() {
        return config.deepCopy();
    }

    final ObjectNode with(String field, Object value) {
        JsonNode json = JavaValues.toJson(value);
        ObjectNode more = config();
        more.set(field, json);
        return more;
    }
}
