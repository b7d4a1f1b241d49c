package dev.stepwright.types.flow;

import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.Placeholders;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The Context Object. Some members are there only now and then: a token in tasks that wait for one, the number of retries in states
 * that may be retried, a key where the items are members of an object.
 */
public final class ContextObject {
    private static final Value STRING = Value.scalar(Kind.STRING);
    private static final Value INTEGER = Value.scalar(Kind.INTEGER);

    private ContextObject() {}

    /** Returns what it is at the start of an execution with an input. */
    static Value of(Value input) {
        Map<String, Field> members = new LinkedHashMap<>();
        members.put("Execution", Field.always(execution(input)));
        members.put("StateMachine", Field.always(machine()));
        members.put("State", Field.always(state()));
        return object(members);
    }

    /** Returns what a state sees of it: a task has a token if it waits for one, and may have one if its resource does not say. */
    public static Value seenBy(State state, Value context) {
        return state instanceof TaskState task && mayHaveToken(task)
                ? context.mapFields(fields -> fields.with("Task", Value.object(Map.of("Token", STRING))))
                : context;
    }

    private static boolean mayHaveToken(TaskState task) {
        TaskResource resource = TaskResource.of(task.json().path("Resource").asString(""));
        return switch (resource.type()) {
            case LAMBDA -> false;
            case INTEGRATION -> !resource.pattern().isEmpty() || Placeholders.isMasked(resource.action());
            case ACTIVITY, OTHER, UNKNOWN, MALFORMED -> true;
        };
    }

    private static Value execution(Value input) {
        Map<String, Field> members = new LinkedHashMap<>();
        for (String text : new String[] {"Id", "Name", "RoleArn", "StartTime"}) {
            members.put(text, Field.always(STRING));
        }
        members.put("RedriveTime", optional(STRING));
        members.put("Input", Field.always(input));
        members.put("RedriveCount", optional(INTEGER));
        return object(members);
    }

    private static Value machine() {
        Map<String, Field> members = new LinkedHashMap<>();
        members.put("Id", Field.always(STRING));
        members.put("Name", Field.always(STRING));
        return object(members);
    }

    private static Value state() {
        Map<String, Field> members = new LinkedHashMap<>();
        members.put("Name", Field.always(STRING));
        members.put("EnteredTime", Field.always(STRING));
        members.put("RetryCount", optional(INTEGER));
        return object(members);
    }

    /** Returns the same inside an inline Map, and in the {@code ItemSelector} of any. */
    static Value withItem(Value context, Value item) {
        Map<String, Field> members = new LinkedHashMap<>();
        members.put("Index", Field.always(INTEGER));
        members.put("Value", Field.always(item));
        members.put("Key", optional(STRING));
        members.put("Source", optional(STRING));
        Value map = Value.object(Map.of("Item", object(members)));
        return context.mapFields(fields -> fields.with("Map", map));
    }

    private static Field optional(Value value) {
        return new Field(value, Presence.OPTIONAL);
    }

    private static Value object(Map<String, Field> members) {
        return Value.of(new Fields(members, Set.of()));
    }
}
