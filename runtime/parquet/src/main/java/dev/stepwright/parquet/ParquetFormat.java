package dev.stepwright.parquet;

import dev.stepwright.runtime.items.FileFormat;
import dev.stepwright.runtime.items.ItemFormat;
import java.io.IOException;
import java.time.DateTimeException;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the rows of a file of Parquet as items, each an object with a member for each column. Pages are unpacked one at a time.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">Parquet: File format</a>
 */
public final class ParquetFormat implements FileFormat {
    private final long memory;

    /** Rows may take a quarter of the heap. */
    public ParquetFormat() {
        this(Budget.ofThisMachine());
    }

    /** @param memory that the rows of a file may take, in bytes */
    ParquetFormat(long memory) {
        this.memory = memory;
    }

    @Override
    public ItemFormat.Type type() {
        return ItemFormat.Type.PARQUET;
    }

    @Override
    public JsonNode items(byte[] file, long most) {
        try {
            return rows(file, most);
        } catch (IOException | RuntimeException e) {
            throw e instanceof RefusedFile refused ? refused : new RefusedFile(problem(e), e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // sizes in a broken file may ask for any amount, which is refused before any of it is used
            throw new RefusedFile("it asks for more memory than there is", e);
        }
    }

    private static String problem(Exception e) {
        return e instanceof DateTimeException
                ? "a date or time in it is none: " + e.getMessage()
                : "it is broken: " + (e.getMessage() == null ? e.toString() : e.getMessage());
    }

    private ArrayNode rows(byte[] file, long most) throws IOException {
        FileMetaData footer = Footer.of(file);
        Field schema = Schema.of(footer.getSchema());
        MessageColumnIO columns = new ColumnIOFactory(footer.getCreated_by()).getColumnIO(Schema.message(schema));
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        Budget budget = new Budget(memory);
        for (RowGroup group : footer.getRow_groups()) {
            RecordReader<ObjectNode> reader = columns.getRecordReader(new Pages(file, group), new Rows(schema, budget));
            for (long row = 0; row < group.getNum_rows(); row++) {
                if (most > 0 && rows.size() >= most) {
                    return rows;
                }
                rows.add(reader.read());
            }
        }
        return rows;
    }
}
