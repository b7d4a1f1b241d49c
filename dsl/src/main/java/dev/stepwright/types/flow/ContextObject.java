package dev.stepwright.types.flow;

import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The Context Object. */
final class ContextObject {
    private static final Value STRING = Value.scalar(Kind.STRING);
    private static final Value INTEGER = Value.scalar(Kind.INTEGER);

    private ContextObject() {}

    /** Returns what it is at the start of an execution with an input. */
    static Value of(Value input) {
        return object(
                "Execution", execution(input),
                "StateMachine", object("Id", STRING, "Name", STRING),
                "State", object("Name", STRING, "EnteredTime", STRING, "RetryCount", INTEGER),
                "Task", object("Token", STRING));
    }

    private static Value execution(Value input) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (String text : new String[] {"Id", "Name", "RoleArn", "StartTime", "RedriveTime"}) {
            members.put(text, STRING);
        }
        members.put("Input", input);
        members.put("RedriveCount", INTEGER);
        return Value.object(members);
    }

    /** Returns the same inside a Map. */
    static Value withItem(Value context, Value item) {
        Value map = object("Item", object("Index", INTEGER, "Value", item, "Key", STRING, "Source", STRING));
        return context.mapFields(fields -> fields.with("Map", map));
    }

    /** Returns the same in an execution of its own, as each item of a distributed Map is one: its input is not known here. */
    static Value ofChild(Value context) {
        return context.mapFields(fields -> fields.with("Execution", execution(Value.ANY)));
    }

    private static Value object(Object... namesAndValues) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], Objects.requireNonNull((Value) namesAndValues[i + 1]));
        }
        return Value.object(members);
    }
}
