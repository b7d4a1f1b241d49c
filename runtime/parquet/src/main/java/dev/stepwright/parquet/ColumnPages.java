package dev.stepwright.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** The pages of one column in a row group, each read and unpacked when it is asked for. */
final class ColumnPages implements PageReader {
    private final byte[] file;
    private final ColumnMetaData column;
    private final Pages all;
    private final int end;
    private int at;
    private long left;

    ColumnPages(byte[] file, ColumnMetaData column, Pages all) {
        this.file = file;
        this.column = column;
        this.all = all;
        long start = column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0
                ? Math.min(column.getDictionary_page_offset(), column.getData_page_offset())
                : column.getData_page_offset();
        long size = column.getTotal_compressed_size();
        if (start < 0 || size < 0 || start > file.length || size > file.length - start) {
            throw new RefusedFile("a column reaches beyond the file");
        }
        this.at = (int) start;
        this.end = (int) (start + size);
        this.left = column.getNum_values();
    }

    @Override
    public long getTotalValueCount() {
        return column.getNum_values();
    }

    /** A page of the file, whose content begins where this reader is. */
    private PageHeader header() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(file, at, end - at);
        PageHeader header = Util.readPageHeader(in);
        at = end - in.available();
        if (header.getCompressed_page_size() < 0 || header.getCompressed_page_size() > end - at) {
            throw new RefusedFile("a page reaches beyond its column");
        }
        return header;
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        int start = at;
        if (start == end) {
            return null;
        }
        try {
            PageHeader header = header();
            if (header.getType() != PageType.DICTIONARY_PAGE) {
                at = start;
                return null;
            }
            byte[] content = content(header);
            int values = header.getDictionary_page_header().getNum_values();
            if (values < 0 || values > content.length) {
                throw new RefusedFile("a dictionary says that it has " + values + " values");
            }
            return new DictionaryPage(
                    BytesInput.from(content),
                    values,
                    encoding(header.getDictionary_page_header().getEncoding()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable DataPage readPage() {
        try {
            while (left > 0) {
                PageHeader header = header();
                if (header.isSetData_page_header_v2()) {
                    return second(header, header.getData_page_header_v2());
                } else if (header.isSetData_page_header()) {
                    return first(header, header.getData_page_header());
                }
                at += header.getCompressed_page_size(); // an index, for example
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataPage first(PageHeader page, DataPageHeader header) throws IOException {
        takes(header.getNum_values());
        byte[] content = content(page);
        return new DataPageV1(
                BytesInput.from(content),
                header.getNum_values(),
                content.length,
                null, // nobody here asks for statistics
                encoding(header.getRepetition_level_encoding()),
                encoding(header.getDefinition_level_encoding()),
                encoding(header.getEncoding()));
    }

    /** The levels of such a page stand before its values and are never packed. */
    private DataPage second(PageHeader page, DataPageHeaderV2 header) throws IOException {
        takes(header.getNum_values());
        int repetition = header.getRepetition_levels_byte_length();
        int definition = header.getDefinition_levels_byte_length();
        int packed = page.getCompressed_page_size() - repetition - definition;
        int size = page.getUncompressed_page_size() - repetition - definition;
        if (repetition < 0 || definition < 0 || packed < 0 || size < 0) {
            throw new RefusedFile("the levels of a page are larger than the page");
        }
        CompressionCodec codec = !header.isSetIs_compressed() || header.isIs_compressed()
                ? column.getCodec()
                : CompressionCodec.UNCOMPRESSED;
        all.unpacks(size);
        int values = at + repetition + definition;
        byte[] content = Codec.unpacked(codec, file, values, packed, size);
        DataPage read = DataPageV2.uncompressed(
                header.getNum_rows(),
                header.getNum_nulls(),
                header.getNum_values(),
                BytesInput.from(file, at, repetition),
                BytesInput.from(file, at + repetition, definition),
                encoding(header.getEncoding()),
                BytesInput.from(content),
                null);
        at = values + packed;
        return read;
    }

    private void takes(int values) {
        if (values < 0 || values > left) {
            throw new RefusedFile("a page says that it has " + values + " values, its column has " + left + " more");
        }
        left -= values;
    }

    private byte[] content(PageHeader page) throws IOException {
        all.unpacks(page.getUncompressed_page_size());
        byte[] content = Codec.unpacked(
                column.getCodec(), file, at, page.getCompressed_page_size(), page.getUncompressed_page_size());
        at += page.getCompressed_page_size();
        return content;
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding named) {
        return Encoding.valueOf(named.name());
    }
}
