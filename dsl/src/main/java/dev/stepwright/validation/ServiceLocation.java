package dev.stepwright.validation;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Places as AWS writes them: {@code /States/Pick/Choices[0]/Next}, and {@code /} for the whole. */
final class ServiceLocation {
    private ServiceLocation() {}

    static String of(JsonPointer pointer, JsonNode root) {
        StringBuilder location = new StringBuilder();
        JsonNode node = root;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (node.isArray()) {
                location.append('[').append(rest.getMatchingIndex()).append(']');
                node = node.path(rest.getMatchingIndex());
            } else {
                location.append('/').append(rest.getMatchingProperty());
                node = node.path(rest.getMatchingProperty());
            }
        }
        return location.isEmpty() ? "/" : location.toString();
    }
}
