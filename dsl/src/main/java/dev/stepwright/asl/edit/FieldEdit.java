package dev.stepwright.asl.edit;

import dev.stepwright.asl.StateMachineDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes to one value of a definition, wherever it stands: a field, a rule, a branch. Each gives a new definition; all else stays as it is, in its
 * order, and whether it still fits is for the {@link dev.stepwright.validation.Validator} to tell.
 */
public final class FieldEdit {
    /** Fields before which new ones are put, so that how a state goes on stays at its end. */
    private static final Set<String> LAST = Set.of("Next", "End");

    /** Fields that an array without elements is not allowed in, and that may be absent. */
    private static final Set<String> OPTIONAL_RULES = Set.of("Retry", "Catch");

    private final ObjectNode root;
    private final JsonPointer at;
    private final JsonNode holder;

    private FieldEdit(ObjectNode root, JsonPointer at, JsonNode holder) {
        this.root = root;
        this.at = at;
        this.holder = holder;
    }

    /**
     * Returns what can be changed at a place.
     *
     * @param definition stays as it is
     * @param at where the value stands, or would stand
     * @throws IllegalArgumentException if there is nothing around the place, or it is the whole definition
     */
    public static FieldEdit at(StateMachineDefinition definition, JsonPointer at) {
        ObjectNode root = (ObjectNode) definition.json().deepCopy();
        JsonNode holder = at.matches() ? root.missingNode() : root.at(at.head());
        if (!holder.isContainer() || holder.isArray() && !holder.has(at.last().getMatchingIndex())) {
            throw new IllegalArgumentException("there is no place \"" + at + "\" in the definition");
        }
        return new FieldEdit(root, at, holder);
    }

    /** Puts a value there, in place of the one that there is. */
    public StateMachineDefinition set(JsonNode value) {
        if (holder instanceof ArrayNode array) {
            array.set(index(), value);
        } else {
            put((ObjectNode) holder, name(), value);
        }
        return StateMachineDefinition.of(root);
    }

    private static void put(ObjectNode object, String name, JsonNode value) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        boolean isNew = !object.has(name);
        object.properties().forEach(member -> {
            if (isNew && LAST.contains(member.getKey())) {
                members.put(name, value);
            }
            members.put(member.getKey(), member.getValue());
        });
        members.put(name, value);
        object.removeAll();
        object.setAll(members);
    }

    /** Takes the value away; with the last of its rules {@code Retry} or {@code Catch}, too. */
    public StateMachineDefinition remove() {
        if (holder instanceof ArrayNode array) {
            array.remove(index());
            JsonPointer field = at.head();
            if (array.isEmpty() && OPTIONAL_RULES.contains(field.last().getMatchingProperty())) {
                ((ObjectNode) root.at(field.head())).remove(field.last().getMatchingProperty());
            }
        } else {
            ((ObjectNode) holder).remove(name());
        }
        return StateMachineDefinition.of(root);
    }

    /**
     * Puts an element before the one that stands before it.
     *
     * @throws IllegalArgumentException if it is no element of an array, or the first one
     */
    public StateMachineDefinition moveUp() {
        if (!(holder instanceof ArrayNode array) || index() == 0) {
            throw new IllegalArgumentException("there is nothing before \"" + at + "\"");
        }
        JsonNode moved = array.get(index());
        array.set(index(), array.get(index() - 1));
        array.set(index() - 1, moved);
        return StateMachineDefinition.of(root);
    }

    /**
     * Adds an element to an array of rules or branches, which is made if there is none; or the object that the field holds, if it is not there. It has
     * what it needs, to be filled in.
     *
     * @throws IllegalArgumentException if there is something else already
     */
    public StateMachineDefinition add() {
        NewElement added = new NewElement(StateMachineDefinition.of(root), at);
        JsonNode there = root.at(at);
        if (there instanceof ArrayNode array && added.isInArray()) {
            array.add(added.json());
        } else if (there.isMissingNode() && holder instanceof ObjectNode object) {
            put(object, name(), added.isInArray() ? root.arrayNode().add(added.json()) : added.json());
        } else {
            throw new IllegalArgumentException("nothing can be added to the value at \"" + at + "\"");
        }
        return StateMachineDefinition.of(root);
    }

    /**
     * Gives the condition of a choice rule another operator. {@code And}, {@code Or} and {@code Not} are put around a comparison, and taken from
     * around one that is alone in them; an operand stays as it is written.
     *
     * @throws IllegalArgumentException if it is no condition, or several of them would become one comparison
     */
    public StateMachineDefinition turnInto(String operator) {
        if (!(root.at(at) instanceof ObjectNode rule)) {
            throw new IllegalArgumentException("there is no condition at \"" + at + "\"");
        }
        new Condition(rule).turnInto(operator);
        return StateMachineDefinition.of(root);
    }

    private int index() {
        return at.last().getMatchingIndex();
    }

    private String name() {
        return at.last().getMatchingProperty();
    }
}
