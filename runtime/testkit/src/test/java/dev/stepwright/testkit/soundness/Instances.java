package dev.stepwright.testkit.soundness;

import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Value;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether JSON values are what the analysis says that they are. */
record Instances(Places places) {
    boolean is(JsonNode node, Value value) {
        for (Place place : value.places()) {
            if (places.canBe(place, node)) {
                return true;
            }
        }
        return switch (node.getNodeType()) {
            case NULL -> value.can(Kind.NULL);
            case BOOLEAN -> value.can(Kind.BOOLEAN);
            case STRING -> value.can(Kind.STRING);
            case NUMBER -> value.can(Kind.NUMBER) || value.can(Kind.INTEGER) && isWhole(node);
            case OBJECT -> value.fields() != null && isObject(node, value.fields());
            case ARRAY -> value.items() != null && isArray(node, value.items());
            default -> throw new IllegalArgumentException("no JSON value: " + node);
        };
    }

    private static boolean isWhole(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private boolean isArray(JsonNode array, Items items) {
        List<Value> each = items.each();
        if (each != null && each.size() != array.size()) {
            return false;
        }
        for (int i = 0; i < array.size(); i++) {
            if (!is(array.get(i), each == null ? items.element() : each.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isObject(JsonNode object, Fields fields) {
        for (Map.Entry<String, Field> field : fields.named().entrySet()) {
            if (field.getValue().isAlways() && !object.has(field.getKey())) {
                return false;
            }
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!isMember(member.getKey(), member.getValue(), fields)) {
                return false;
            }
        }
        return true;
    }

    /** Of what some way does not make the unknown rest may bring another value. */
    private boolean isMember(String name, JsonNode node, Fields fields) {
        Field field = fields.field(name);
        boolean mayBeOther = field == null || field.presence() == Presence.SOMETIMES;
        return field != null && is(node, field.value())
                || mayBeOther && fields.rest().stream().anyMatch(place -> places.canBe(place.field(name), node));
    }
}
