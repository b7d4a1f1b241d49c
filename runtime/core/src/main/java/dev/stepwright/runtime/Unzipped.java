package dev.stepwright.runtime;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.items.ItemFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The texts of objects that are compressed with gzip. */
final class Unzipped {
    /** How the Base64 of every such object begins. */
    private static final String BEGINNING = "H4sI";

    /** More than that is no input of a Map but an attack. */
    private static final int MOST_BYTES = 1 << 30;

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
        byte[] bytes = Base64.getMimeDecoder().decode(body.stringValue());
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return StringNode.valueOf(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new EvaluationFailure(
                    ItemFormat.READER_FAILED, "The object " + key + " cannot be unzipped: " + e.getMessage(), null);
        }
    }
}
