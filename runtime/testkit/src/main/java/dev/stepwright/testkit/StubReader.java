package dev.stepwright.testkit;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns a document into stubs; every refusal names its place. */
record StubReader(String name, JsonDocument document) {
    private static final JsonNode NO_ANSWER =
            JsonNodeFactory.instance.objectNode().put("NoAnswer", true);

    private static final String UNCHECKED = "Unchecked";

    Stubs read() {
        JsonNode root = document.root();
        if (!root.isObject()) {
            throw refused(JsonPointer.empty(), "stubs must be a JSON object that maps state names to answers", root);
        }
        Map<String, List<StubAnswer>> answers = new LinkedHashMap<>();
        root.properties()
                .forEach(member -> answers.put(
                        member.getKey(), list(JsonPointer.empty().appendProperty(member.getKey()), member.getValue())));
        return new Stubs(name, answers);
    }

    private List<StubAnswer> list(JsonPointer place, JsonNode node) {
        if (!node.isArray()) {
            return List.of(answer(place, node));
        }
        if (node.isEmpty()) {
            throw refused(place, "a list of answers must have at least one", node);
        }
        List<StubAnswer> answers = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            answers.add(answer(place.appendIndex(i), node.get(i)));
        }
        return List.copyOf(answers);
    }

    private StubAnswer answer(JsonPointer place, JsonNode node) {
        if (node.has("Return")
                && (node.size() == 1 || node.size() == 2 && node.path(UNCHECKED).isBoolean())) {
            return new StubAnswer.Returning(
                    node.get("Return"), !node.path(UNCHECKED).asBoolean(false));
        }
        JsonNode thrown = node.path("Throw");
        if (node.isObject() && node.size() == 1 && thrown.path("Error").isString()) {
            return StubAnswer.throwing(
                    thrown.get("Error").stringValue(), thrown.path("Cause").asString(null));
        }
        if (node.equals(NO_ANSWER)) {
            return StubAnswer.NONE;
        }
        throw refused(
                place,
                "an answer must be {\"Return\": VALUE}, with \"Unchecked\": true if need be, "
                        + "{\"Throw\": {\"Error\": NAME, \"Cause\": TEXT}} or " + NO_ANSWER,
                node);
    }

    private IllegalArgumentException refused(JsonPointer place, String allowed, JsonNode found) {
        return new IllegalArgumentException(
                name + ":" + document.position(place) + ": " + allowed + ", found " + JsonText.excerpt(found));
    }
}
