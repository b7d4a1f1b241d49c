package dev.stepwright.server.trial;

import dev.stepwright.json.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What came of the data on its way through a state, as TestState shows it. */
final class Inspection {
    private final ObjectNode members = JsonNodeFactory.instance.objectNode();

    /** Notes a value; AWS shows it as JSON text. */
    void put(String member, JsonNode value) {
        members.put(member, JsonText.compact(value));
    }

    void number(String member, int value) {
        members.put(member, value);
    }

    void number(String member, double value) {
        members.put(member, value);
    }

    /** Returns where the rule is noted that an error has met. */
    ObjectNode errorDetails() {
        return members.putObject("errorDetails");
    }

    JsonNode json() {
        return members;
    }
}
