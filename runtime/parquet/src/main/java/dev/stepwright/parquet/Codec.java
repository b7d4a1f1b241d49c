package dev.stepwright.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** How pages are unpacked. */
final class Codec {
    private Codec() {}

    /** @param size of the content, not too large */
    static byte[] unpacked(CompressionCodec codec, byte[] file, int from, int length, int size) throws IOException {
        byte[] content = new byte[size];
        int found = switch (codec) {
            case UNCOMPRESSED -> copied(file, from, length, content);
            case GZIP -> unzipped(file, from, length, content);
            case SNAPPY -> unpacked(new SnappyDecompressor(), file, from, length, content);
            case ZSTD -> unpacked(new ZstdDecompressor(), file, from, length, content);
            case LZ4_RAW -> unpacked(new Lz4Decompressor(), file, from, length, content);
            default ->
                throw new RefusedFile("it is packed with " + codec + "; GZIP, SNAPPY, ZSTD and LZ4_RAW can be read");
        };
        if (found != size) {
            throw new RefusedFile("a page has " + found + " bytes, but says that it has " + size);
        }
        return content;
    }

    private static int copied(byte[] file, int from, int length, byte[] content) {
        if (length == content.length) {
            System.arraycopy(file, from, content, 0, length);
        }
        return length;
    }

    private static int unzipped(byte[] file, int from, int length, byte[] content) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file, from, length))) {
            int found = in.readNBytes(content, 0, content.length);
            return in.read() < 0 ? found : found + 1;
        }
    }

    private static int unpacked(Decompressor decompressor, byte[] file, int from, int length, byte[] content) {
        return length == 0 ? 0 : decompressor.decompress(file, from, length, content, 0, content.length);
    }
}
