package dev.stepwright.runtime.evaluate;

import dev.stepwright.json.Members;
import java.util.Map;
import tools.jackson.databind.JsonNode;

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
        return names.length <= Members.FEW ? few(bindings) : many(bindings);
    }

    private JsonNode few(Bindings bindings) {
        JsonNode[] members = new JsonNode[names.length];
        for (int i = 0; i < members.length; i++) {
            members[i] = values[i].evaluate(bindings);
        }
        return new Members(names, members).object();
    }

    private JsonNode many(Bindings bindings) {
        Members members = new Members(names.length);
        for (int i = 0; i < names.length; i++) {
            members.put(names[i], values[i].evaluate(bindings));
        }
        return members.object();
    }
}
