package dev.stepwright.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is broken, or made to do harm, is refused in words. */
class HostileFileTest {
    private static final String FILE = "types-snappy.parquet";

    private static void assertRefused(byte[] file, String problem) {
        assertThatThrownBy(() -> new ParquetFormat().items(file, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    /** Returns a file with another footer. */
    private static byte[] withFooter(Consumer<FileMetaData> change) throws IOException {
        byte[] file = TestFile.bytes(FILE);
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
        FileMetaData footer = Footer.of(file);
        change.accept(footer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, file.length - 8 - length);
        int start = out.size();
        Util.writeFileMetaData(footer, out);
        out.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(out.size() - start)
                .array());
        out.write("PAR1".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Test
    void a_file_of_another_kind_is_told() {
        assertRefused("a,b\n1,2\n".repeat(3).getBytes(StandardCharsets.US_ASCII), "it does not begin with PAR1");
        assertRefused(new byte[0], "it does not begin with PAR1");
    }

    @Test
    void a_file_that_is_cut_off_is_told() {
        byte[] file = TestFile.bytes(FILE);

        assertRefused(Arrays.copyOf(file, file.length - 1), "it may be cut off");
    }

    @Test
    void a_footer_is_no_larger_than_aws_takes() {
        byte[] file = TestFile.bytes(FILE);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 8, (5 << 20) + 1);

        assertRefused(file, "its footer has 5242881 bytes; at most 5242880 are taken");
    }

    @Test
    void a_row_group_is_no_larger_than_aws_takes() throws IOException {
        assertRefused(
                withFooter(footer -> footer.getRow_groups().get(0).setTotal_byte_size((256L << 20) + 1)),
                "a row group has more than 268435456 bytes");
    }

    @Test
    void a_column_beyond_the_file_is_told() throws IOException {
        assertRefused(
                withFooter(footer -> footer.getRow_groups()
                        .get(0)
                        .getColumns()
                        .get(0)
                        .getMeta_data()
                        .setData_page_offset(Long.MAX_VALUE)
                        .unsetDictionary_page_offset()),
                "a column reaches beyond the file");
    }

    @Test
    void more_rows_than_there_are_values_are_told() throws IOException {
        assertRefused(withFooter(footer -> footer.getRow_groups().get(0).setNum_rows(Long.MAX_VALUE)), "it is broken");
    }

    @Test
    void a_schema_that_is_too_deep_is_told() throws IOException {
        SchemaElement group =
                Footer.of(TestFile.bytes(FILE)).getSchema().get(0).deepCopy().setNum_children(1);

        assertRefused(
                withFooter(footer -> footer.setSchema(Collections.nCopies(100_000, group))),
                "its schema is nested more than 100 deep");
    }

    @Test
    void rows_without_columns_do_not_go_on_for_ever() throws IOException {
        SchemaElement root =
                Footer.of(TestFile.bytes(FILE)).getSchema().get(0).deepCopy().setNum_children(0);

        assertRefused(
                withFooter(footer -> {
                    footer.setSchema(List.of(root));
                    footer.getRow_groups().get(0).setNum_rows(Long.MAX_VALUE);
                }),
                "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "types-uncompressed.parquet",
                "types-snappy-v2.parquet",
                "types-gzip.parquet",
                "types-zstd.parquet",
                "types-lz4-raw.parquet",
                "nested.parquet",
            })
    void whatever_bytes_change_a_file_is_read_or_refused(String name) {
        byte[] file = TestFile.bytes(name);
        for (long seed = 0; seed < 400; seed++) {
            byte[] changed = file.clone();
            Random random = new Random(seed);
            for (int i = 0; i <= random.nextInt(3); i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(new ParquetFormat(64 << 20).items(changed, 0).isArray())
                        .isTrue();
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException | Error e) {
                fail("seed " + seed + " of " + name, e);
            }
        }
    }
}
