package dev.stepwright.runtime.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object with expressions in it. */
final class ObjectTemplate implements Expression {
    private final String[] names;
    private final Expression[] values;

    ObjectTemplate(Map<String, Expression> members) {
        this.names = members.keySet().toArray(String[]::new);
        this.values = members.values().toArray(Expression[]::new);
    }

    @Override
    public JsonNode evaluate(Bindings bindings) {
        return names.length <= FewMembers.MOST ? few(bindings) : many(bindings);
    }

    private JsonNode few(Bindings bindings) {
        JsonNode[] members = new JsonNode[names.length];
        for (int i = 0; i < members.length; i++) {
            members[i] = values[i].evaluate(bindings);
        }
        return FewMembers.object(names, members);
    }

    private JsonNode many(Bindings bindings) {
        Map<String, JsonNode> members = new LinkedHashMap<>(2 * names.length); // never has to grow
        for (int i = 0; i < names.length; i++) {
            members.put(names[i], values[i].evaluate(bindings));
        }
        return new ObjectNode(JsonNodeFactory.instance, members);
    }
}
