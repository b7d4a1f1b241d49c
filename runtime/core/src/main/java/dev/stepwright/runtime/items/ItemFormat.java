package dev.stepwright.runtime.items;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How the items stand in what an {@code ItemReader} reads.
 *
 * @param csv how CSV is laid out; regarded for {@link Type#CSV}
 * @param pointer where they stand in a JSON document; null for the document itself
 * @param iteratesObjects whether the members of a JSON object are items; else they must be elements of an array
 */
public record ItemFormat(Type type, CsvLayout csv, @Nullable JsonPointer pointer, boolean iteratesObjects) {
    /** The error of a Map whose items cannot be read. */
    public static final String READER_FAILED = "States.ItemReaderFailed";

    /** What kind of text it is. */
    public enum Type {
        CSV,
        JSON,
        JSONL,
        /** No text but bytes, which a {@link FileFormat} reads. */
        PARQUET,
        /** No text but a list of objects in a bucket: each is an item. */
        LIST
    }

    /**
     * Returns the items in what a reader has answered: an array, or with {@link #iteratesObjects} an object whose members they are.
     *
     * @param answer the answer of {@code s3:getObject}, whose {@code Body} is the text, or the text itself, or the JSON value that
     *     the text would be; bytes are in Base64; for a list the answer of {@code s3:listObjectsV2}, or its {@code Contents}, or the text of
     *     either
     * @throws EvaluationFailure {@code States.ItemReaderFailed} if there are none
     */
    public JsonNode items(JsonNode answer) {
        return items(answer, 0);
    }

    /**
     * Like {@link #items(JsonNode)}.
     *
     * @param most how many are wanted, 0 for all; there may be more
     */
    public JsonNode items(JsonNode answer, long most) {
        if (type == Type.LIST) {
            JsonNode list = answer.isString() ? document(answer.stringValue()) : answer;
            return list.isObject() ? listed(list.path("Contents")) : iterable(list);
        }
        JsonNode body = body(answer);
        if (!body.isString()) {
            return iterable(at(body));
        }
        String text = body.stringValue();
        return switch (type) {
            case CSV -> array(csv.rows(text));
            case JSONL -> array(lines(text));
            case PARQUET -> FileFormat.items(type, text, most);
            case JSON, LIST -> iterable(at(document(text)));
        };
    }

    /** S3 leaves them out where there is no such object. */
    private JsonNode listed(JsonNode contents) {
        return contents.isMissingNode() ? array(List.of()) : iterable(contents);
    }

    private static JsonNode body(JsonNode answer) {
        return answer.isObject() && answer.has("Body") ? answer.path("Body") : answer;
    }

    /** Returns the text that {@code s3:getObject} has answered. */
    static String text(JsonNode answer) {
        return body(answer).asString("");
    }

    /** Returns the JSON document that {@code s3:getObject} has answered, as its text or as it is. */
    static JsonNode document(JsonNode answer) {
        JsonNode body = body(answer);
        return body.isString() ? document(body.stringValue()) : body;
    }

    private JsonNode at(JsonNode document) {
        JsonNode value = pointer == null ? document : document.at(pointer);
        if (value.isMissingNode()) {
            throw failure(
                    "The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.");
        }
        return value;
    }

    /** AWS: an object was refused in 2023 when it was recorded; the developer guide says by now that it is iterated over. */
    private JsonNode iterable(JsonNode items) {
        if (!items.isArray() && !(items.isObject() && iteratesObjects)) {
            throw failure("Attempting to map over non-iterable node.");
        }
        return items;
    }

    private static JsonNode array(List<JsonNode> items) {
        return JsonNodeFactory.instance.arrayNode(items.size()).addAll(items);
    }

    private static List<JsonNode> lines(String text) {
        List<JsonNode> items = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> items.add(document(line)));
        return items;
    }

    private static JsonNode document(String text) {
        try {
            return JsonDocument.parse(text).root();
        } catch (JsonSyntaxException e) {
            throw failure("The items are no valid JSON: " + e.getMessage());
        }
    }

    static EvaluationFailure failure(String detail) {
        return new EvaluationFailure(READER_FAILED, detail, null);
    }
}
