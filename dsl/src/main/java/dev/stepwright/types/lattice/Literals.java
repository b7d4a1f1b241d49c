package dev.stepwright.types.lattice;

import dev.stepwright.json.Placeholders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a literal of a definition is. */
public final class Literals {
    private Literals() {}

    /** Returns what a literal is where a value is needed: a text there is a text, whatever its placeholders stand for. */
    public static Value value(JsonNode node, Need need) {
        return need == Need.STRING && node.isString() ? Value.scalar(Kind.STRING) : value(node);
    }

    /** Returns what a JSON value is; any value for a text that is a placeholder, since quotes around that say nothing. */
    public static Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> Value.scalar(Kind.NULL);
            case BOOLEAN -> Value.scalar(Kind.BOOLEAN);
            case NUMBER -> Value.scalar(node.isIntegralNumber() ? Kind.INTEGER : Kind.NUMBER);
            case STRING -> Placeholders.isOne(node.stringValue()) ? Value.ANY : Value.scalar(Kind.STRING);
            case ARRAY -> array(node);
            case OBJECT -> object(node);
            default -> Value.ANY;
        };
    }

    private static Value array(JsonNode array) {
        List<Value> each = new ArrayList<>();
        array.forEach(element -> each.add(value(element)));
        return Value.of(Items.each(each));
    }

    private static Value object(JsonNode object) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Set<Place> rest = Set.of();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            fields.put(member.getKey(), Field.always(value(member.getValue())));
            if (Placeholders.areIn(member.getKey())) {
                rest = Set.of(Place.ANYWHERE);
            }
        }
        return Value.of(new Fields(fields, rest));
    }
}
