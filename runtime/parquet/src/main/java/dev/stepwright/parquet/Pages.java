package dev.stepwright.parquet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;

/** The pages of a row group, by column. */
final class Pages implements PageReadStore {
    /** AWS: no row group is larger. */
    private static final long MOST_BYTES = 256L << 20;

    private final byte[] file;
    private final RowGroup group;
    private final Map<List<String>, ColumnChunk> columns = new HashMap<>();
    private long unpacked;

    Pages(byte[] file, RowGroup group) {
        this.file = file;
        this.group = group;
        unpacks(group.getTotal_byte_size());
        unpacked = 0;
        for (ColumnChunk column : group.getColumns()) {
            if (column.isSetFile_path() || column.getMeta_data() == null) {
                throw new RefusedFile("a column is in another file, or encrypted");
            }
            columns.put(column.getMeta_data().getPath_in_schema(), column);
        }
    }

    /** A page is about to be unpacked. */
    void unpacks(long bytes) {
        unpacked += bytes;
        if (bytes < 0 || unpacked > MOST_BYTES) {
            throw new RefusedFile("a row group has more than " + MOST_BYTES + " bytes");
        }
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor descriptor) {
        ColumnChunk column = columns.get(List.of(descriptor.getPath()));
        if (column == null) {
            throw new RefusedFile("a row group has no column " + String.join(".", descriptor.getPath()));
        }
        return new ColumnPages(file, column.getMeta_data(), this);
    }

    @Override
    public long getRowCount() {
        return group.getNum_rows();
    }
}
