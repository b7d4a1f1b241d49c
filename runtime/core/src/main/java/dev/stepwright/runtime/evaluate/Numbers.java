package dev.stepwright.runtime.evaluate;

import tools.jackson.databind.JsonNode;

/** JSON numbers compared by what they stand for. */
final class Numbers {
    private Numbers() {}

    static int compare(JsonNode a, JsonNode b) {
        if (a.isIntegralNumber() && b.isIntegralNumber() && a.canConvertToLong() && b.canConvertToLong()) {
            return Long.compare(a.longValue(), b.longValue());
        }
        return a.decimalValue().compareTo(b.decimalValue());
    }
}
