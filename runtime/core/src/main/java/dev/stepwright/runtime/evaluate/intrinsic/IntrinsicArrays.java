package dev.stepwright.runtime.evaluate.intrinsic;

import dev.stepwright.json.JsonValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The intrinsic functions of arrays. */
final class IntrinsicArrays {
    private static final int MAX_RANGE = 1000;

    private IntrinsicArrays() {}

    static JsonNode of(JsonNode[] elements) {
        ArrayNode array = IntrinsicBodies.NODES.arrayNode(elements.length);
        for (JsonNode element : elements) {
            array.add(element);
        }
        return array;
    }

    static JsonNode partition(JsonNode array, JsonNode chunk) {
        int size = IntrinsicNumbers.index(chunk, "The size of a chunk");
        if (size < 1) {
            throw new IntrinsicBody.Refusal("The size of a chunk must be a positive number, found " + size + ".");
        }
        ArrayNode chunks = IntrinsicBodies.NODES.arrayNode();
        for (int from = 0; from < array.size(); from += size) {
            ArrayNode part = chunks.addArray();
            for (int i = from; i < array.size() && i - from < size; i++) {
                part.add(array.get(i));
            }
        }
        return chunks;
    }

    static JsonNode contains(JsonNode array, JsonNode value) {
        for (JsonNode element : array) {
            if (JsonValues.equal(element, value)) {
                return IntrinsicBodies.NODES.booleanNode(true);
            }
        }
        return IntrinsicBodies.NODES.booleanNode(false);
    }

    static JsonNode range(JsonNode first, JsonNode last, JsonNode increment) {
        long from = IntrinsicNumbers.whole(first);
        long to = IntrinsicNumbers.whole(last);
        long step = IntrinsicNumbers.whole(increment);
        if (step == 0) {
            throw new IntrinsicBody.Refusal("The step of a range must not be 0.");
        }
        ArrayNode range = IntrinsicBodies.NODES.arrayNode();
        for (long i = from; step > 0 ? i <= to : i >= to; i += step) {
            if (range.size() == MAX_RANGE) {
                throw new IntrinsicBody.Refusal("The range from " + from + " to " + to + " by " + step
                        + " has more than " + MAX_RANGE + " elements.");
            }
            range.add(i);
            if (step > 0 ? i > Long.MAX_VALUE - step : i < Long.MIN_VALUE - step) {
                break;
            }
        }
        return range;
    }

    static JsonNode item(JsonNode array, JsonNode place) {
        int index = IntrinsicNumbers.index(place, "The index");
        if (index < 0 || index >= array.size()) {
            throw new IntrinsicBody.Refusal(
                    "The index " + index + " is out of range for an array of " + array.size() + " elements.");
        }
        return array.get(index);
    }

    static JsonNode unique(JsonNode array) {
        ArrayNode unique = IntrinsicBodies.NODES.arrayNode();
        Map<Integer, List<JsonNode>> known = new HashMap<>();
        for (JsonNode element : array) {
            List<JsonNode> alike = known.computeIfAbsent(JsonValues.hash(element), hash -> new ArrayList<>(1));
            if (alike.stream().noneMatch(other -> JsonValues.equal(element, other))) {
                alike.add(element);
                unique.add(element);
            }
        }
        return unique;
    }
}
