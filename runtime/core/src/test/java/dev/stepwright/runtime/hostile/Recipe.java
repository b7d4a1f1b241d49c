package dev.stepwright.runtime.hostile;

import dev.stepwright.json.JsonText;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes values too large to be written down. Anywhere in a case file these stand for what they make:
 *
 * <ul>
 *   <li>{@code {"$repeat": "text", "times": n}}: the text, n times
 *   <li>{@code {"$join": [...]}}: one text of several
 *   <li>{@code {"$list": value, "times": n}}: an array of n values; {@code "$i"} in it stands for the index
 *   <li>{@code {"$members": value, "times": n}}: an object with the members {@code k0}, {@code k1} ...
 *   <li>{@code {"$nest": value, "depth": n, "core": innermost}}: the value n times in itself, each in place of {@code "$inner"}
 *   <li>{@code {"$text": value}}: the value as JSON text
 * </ul>
 */
final class Recipe {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Recipe() {}

    static JsonNode made(JsonNode recipe) {
        if (recipe.isArray()) {
            ArrayNode array = NODES.arrayNode();
            recipe.forEach(element -> array.add(made(element)));
            return array;
        }
        if (!recipe.isObject()) {
            return recipe;
        }
        int times = recipe.path("times").asInt(0);
        if (recipe.has("$repeat")) {
            return NODES.stringNode(recipe.path("$repeat").stringValue().repeat(times));
        } else if (recipe.has("$join")) {
            return NODES.stringNode(joined(recipe.path("$join")));
        } else if (recipe.has("$list")) {
            return list(made(recipe.path("$list")), times);
        } else if (recipe.has("$members")) {
            return members(made(recipe.path("$members")), times);
        } else if (recipe.has("$nest")) {
            return nested(recipe);
        } else if (recipe.has("$text")) {
            return NODES.stringNode(JsonText.compact(made(recipe.path("$text"))));
        }
        ObjectNode object = NODES.objectNode();
        recipe.properties().forEach(member -> object.set(member.getKey(), made(member.getValue())));
        return object;
    }

    private static String joined(JsonNode parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(made(part).stringValue()));
        return text.toString();
    }

    private static JsonNode list(JsonNode element, int times) {
        ArrayNode array = NODES.arrayNode(times);
        for (int i = 0; i < times; i++) {
            array.add(replaced(element, "$i", NODES.numberNode(i)));
        }
        return array;
    }

    private static JsonNode members(JsonNode value, int times) {
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < times; i++) {
            object.set("k" + i, replaced(value, "$i", NODES.numberNode(i)));
        }
        return object;
    }

    /** From the inside outwards, and not by recursion: the value may be deeper than any stack. */
    private static JsonNode nested(JsonNode recipe) {
        JsonNode value = made(recipe.path("core"));
        for (int i = recipe.path("depth").intValue(); i > 0; i--) {
            value = replaced(recipe.path("$nest"), "$inner", value);
        }
        return value;
    }

    private static JsonNode replaced(JsonNode template, String mark, JsonNode value) {
        if (template.isString()) {
            return template.stringValue().equals(mark) ? value : template;
        }
        if (template.isArray()) {
            ArrayNode array = NODES.arrayNode();
            template.forEach(element -> array.add(replaced(element, mark, value)));
            return array;
        }
        if (!template.isObject()) {
            return template;
        }
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> member : template.properties()) {
            object.set(member.getKey(), replaced(member.getValue(), mark, value));
        }
        return object;
    }
}
