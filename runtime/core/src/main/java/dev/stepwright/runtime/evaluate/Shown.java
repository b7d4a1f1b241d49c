package dev.stepwright.runtime.evaluate;

import dev.stepwright.json.JsonText;
import tools.jackson.databind.JsonNode;

/** Values as messages show them. */
final class Shown {
    private Shown() {}

    static String of(JsonNode value) {
        try {
            return JsonText.compact(value);
        } catch (StackOverflowError e) {
            return "(nested too deep to show)";
        }
    }
}
