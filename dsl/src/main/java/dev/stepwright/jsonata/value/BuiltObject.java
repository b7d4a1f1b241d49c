package dev.stepwright.jsonata.value;

import dev.stepwright.json.Members;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An object made by an evaluation; whoever makes it fills it, afterwards it does not change. */
public final class BuiltObject extends ObjectNode {
    private static final long serialVersionUID = 1L;

    /** How many members an object made with {@link #of} has at most. */
    public static final int FEW = Members.FEW;

    private final transient Map<String, JsonNode> members;
    private long weight;

    private BuiltObject(Map<String, JsonNode> members) {
        super(JsonNodeFactory.instance, members);
        this.members = members;
    }

    /** Returns an empty object to be filled. */
    public static BuiltObject empty() {
        return new BuiltObject(new Members());
    }

    /** Returns an empty object to be filled with so many members. */
    public static BuiltObject ofCapacity(int members) {
        return new BuiltObject(new Members(members));
    }

    /** Returns an object with at most {@value #FEW} members, for names that are all different and stay as they are. */
    public static BuiltObject of(String[] names, JsonNode... values) {
        return new BuiltObject(new Members(names, values));
    }

    /**
     * Returns an object like {@link #of} that is a result already: no value is a sequence, a function, missing, or a number in a form that
     * {@link ResultForm} would change. It gets no more members.
     *
     * @param weight what it takes once it is written out, in bytes, at least 1
     */
    public static BuiltObject ofResults(long weight, String[] names, JsonNode... values) {
        BuiltObject object = of(names, values);
        object.finish(weight);
        return object;
    }

    /** Returns what was noted when the object became a result, 0 before. */
    long weight() {
        return weight;
    }

    void finish(long noted) {
        weight = noted;
    }

    /** Returns the members; only the maker changes them. */
    public Map<String, JsonNode> members() {
        return members;
    }
}
