package dev.stepwright.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ParquetFormatTest {
    /** Returns the items as they are when they have been stored: a number is what its text is. */
    private static JsonNode items(String file) {
        return JsonDocument.parse(JsonText.compact(new ParquetFormat().items(TestFile.bytes(file), 0)))
                .root();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "types-uncompressed.parquet",
                "types-snappy.parquet",
                "types-snappy-v2.parquet",
                "types-gzip.parquet",
                "types-zstd.parquet",
                "types-zstd-v2.parquet",
                "types-lz4-raw.parquet",
            })
    void a_row_is_an_object_with_the_value_of_each_column(String file) {
        assertThat(items(file)).isEqualTo(TestFile.json("types.json"));
    }

    @Test
    void lists_and_maps_of_all_forms_become_arrays_and_objects() {
        assertThat(items("nested.parquet")).isEqualTo(TestFile.json("nested.json"));
    }

    @Test
    void row_groups_of_another_writer_are_read_one_after_the_other() {
        JsonNode rows = items("of-another-writer.parquet");

        assertThat(rows.size()).isEqualTo(5000);
        assertThat(rows.get(4999)).isEqualTo(JsonDocument.parse("""
                {"n": 4999, "name": "group 1", "part": 1249.75, "list": [4999, null],
                 "deep": {"a": 4999, "b": [{"c": "2026-01-31"}]}, "times": {"k1": "2026-01-31T10:00:00.5"}}""").root());
        assertThat(rows.valueStream().map(row -> row.path("n").intValue()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void no_more_rows_are_read_than_are_wanted() {
        assertThat(new ParquetFormat()
                        .items(TestFile.bytes("of-another-writer.parquet"), 3)
                        .size())
                .isEqualTo(3);
    }

    @Test
    void a_file_without_rows_has_no_items() {
        assertThat(items("none.parquet").isEmpty()).isTrue();
    }

    @Test
    void rows_that_take_too_much_memory_are_refused() {
        ParquetFormat format = new ParquetFormat(1 << 20);

        assertThatThrownBy(() -> format.items(TestFile.bytes("of-another-writer.parquet"), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("its rows take more than 1 MiB of memory");
        assertThat(format.items(TestFile.bytes("of-another-writer.parquet"), 100)
                        .size())
                .isEqualTo(100);
    }
}
