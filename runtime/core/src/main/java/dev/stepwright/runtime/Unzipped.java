package dev.stepwright.runtime;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
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

/** The texts of objects that are compressed with gzip. */
final class Unzipped {
    /** How the Base64 of every such object begins. */
    private static final String BEGINNING = "H4sI";

    /** A few bytes can be unzipped to very many. */
    private static final int MOST_BYTES = 1 << 28;

    private Unzipped() {}

    /**
     * Returns the content of an object whose key ends in {@code .gz}; any other, and one that is plain text after all, is left as it is.
     *
     * @param answer what {@code s3:getObject} has answered: bytes that are no text are in Base64
     */
    static JsonNode of(String key, JsonNode answer) {
        JsonNode body = answer.path("Body");
        if (!key.endsWith(".gz") || !body.isString() || !body.stringValue().startsWith(BEGINNING)) {
            return answer;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(body.stringValue());
        } catch (IllegalArgumentException e) {
            return answer; // plain text that begins in the same way
        }
        return StringNode.valueOf(unzipped(key, bytes));
    }

    private static String unzipped(String key, byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] content = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw failure(key, "it has more than " + MOST_BYTES + " bytes");
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw failure(key, e instanceof EOFException ? "it is cut off" : e.getMessage());
        }
    }

    private static EvaluationFailure failure(String key, @Nullable String problem) {
        return new EvaluationFailure(
                ItemFormat.READER_FAILED, "The object " + key + " cannot be unzipped: " + problem, null);
    }
}
