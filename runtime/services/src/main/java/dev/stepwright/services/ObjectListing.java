package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskFailure;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code s3:listObjectsV2} as a Map reads it: all objects however many pages they are, each as an item of the Map. */
final class ObjectListing {
    private static final String TOKEN = "ContinuationToken";

    private ObjectListing() {}

    /** Calls the service once for each page; the answer is the last one with the objects of all. */
    static ObjectNode answer(Operation list, JsonNode parameters, Caller caller) throws TaskFailure {
        ObjectNode page = list.call(parameters, caller).json(Answers.OF_SDK);
        ArrayNode items = items(page, page.arrayNode());
        while (page.path("IsTruncated").asBoolean(false)) {
            ObjectNode next = ((ObjectNode) parameters)
                    .deepCopy()
                    .put(TOKEN, page.path("NextContinuationToken").asString(""));
            page = list.call(next, caller).json(Answers.OF_SDK);
            items(page, items);
        }
        return page.objectNode().set("Contents", items);
    }

    /** AWS: an item names the tag otherwise than the service, and tells the time in seconds since 1970, as a floating-point number: 1.7698536E9. */
    private static ArrayNode items(ObjectNode page, ArrayNode items) {
        page.path("Contents")
                .forEach(object -> items.addObject()
                        .put("Etag", object.path("ETag").asString(""))
                        .put("Key", object.path("Key").asString(""))
                        .put("LastModified", seconds(object.path("LastModified")))
                        .put("Size", object.path("Size").asLong(0))
                        .put("StorageClass", object.path("StorageClass").asString("STANDARD")));
        return items;
    }

    private static double seconds(JsonNode time) {
        return time.isString() ? Instant.parse(time.stringValue()).getEpochSecond() : 0;
    }
}
