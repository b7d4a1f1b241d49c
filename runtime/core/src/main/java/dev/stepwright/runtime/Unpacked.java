package dev.stepwright.runtime;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.items.Compression;
import dev.stepwright.runtime.items.ItemFormat;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is in objects that are compressed, or that are no texts.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS: ItemReader</a>
 */
final class Unpacked {
    /** How the Base64 of everything begins that is compressed with gzip, and of everything that is with Zstandard. */
    private static final String GZIP = "H4sI";

    private static final String ZSTANDARD = "KLUv/";

    /** A few bytes can be unpacked to very many. */
    private static final int MOST_BYTES = 1 << 28;

    private Unpacked() {}

    /**
     * Returns the items of an object that is no text; of any other as {@link #of(String, JsonNode)}.
     *
     * @param most how many items are wanted, 0 for all
     */
    static JsonNode of(String key, ItemFormat format, long most, JsonNode answer) {
        return format.type() == ItemFormat.Type.PARQUET ? format.items(answer, most) : of(key, answer);
    }

    /**
     * Returns the content of an object whose key tells that it is compressed; any other, and one that is plain text after all, is left as it
     * is.
     *
     * @param answer what {@code s3:getObject} has answered: bytes that are no text are in Base64
     */
    static JsonNode of(String key, JsonNode answer) {
        String body = answer.path("Body").asString("");
        boolean isGzip = key.endsWith(".gz") && body.startsWith(GZIP);
        boolean isZstandard = key.matches("(?s).*\\.zstd?") && body.startsWith(ZSTANDARD);
        if (!isGzip && !isZstandard) {
            return answer;
        }
        byte[] packed;
        try {
            packed = Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            return answer; // plain text that begins in the same way
        }
        byte[] content = isGzip ? unzipped(key, packed) : unpacked(key, packed);
        return StringNode.valueOf(new String(content, StandardCharsets.UTF_8));
    }

    private static byte[] unzipped(String key, byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] content = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw failure(key, "it has more than " + MOST_BYTES + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw failure(key, e instanceof EOFException ? "it is cut off" : e.getMessage());
        }
    }

    private static byte[] unpacked(String key, byte[] packed) {
        try {
            return Compression.zstandard().unpacked(packed, MOST_BYTES);
        } catch (IllegalArgumentException e) {
            throw failure(key, e.getMessage());
        }
    }

    private static EvaluationFailure failure(String key, @Nullable String problem) {
        return new EvaluationFailure(
                ItemFormat.READER_FAILED, "The object " + key + " cannot be unzipped: " + problem, null);
    }
}
