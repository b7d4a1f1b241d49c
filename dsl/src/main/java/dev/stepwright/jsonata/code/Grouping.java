package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.BuiltObject;
import dev.stepwright.jsonata.value.Evaluation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** <code>{key: value}</code>: items are grouped by their keys, the value is evaluated over each group. */
public final class Grouping {
    private final Code[] keys;
    private final Code[] values;
    private final int position;
    private final @Nullable String[] constantKeys;
    private final @Nullable String repeated;
    private final boolean allConstant;
    private final String @Nullable [] fixed;

    public Grouping(Code[] keys, Code[] values, int position) {
        this.keys = keys.clone();
        this.values = values.clone();
        this.position = position;
        this.constantKeys = new String[keys.length];
        Set<String> known = new LinkedHashSet<>();
        String twice = null;
        for (int i = 0; i < keys.length; i++) {
            JsonNode constant = keys[i].constant();
            constantKeys[i] = constant != null && constant.isString() ? constant.stringValue() : null;
            twice = constantKeys[i] != null && !known.add(constantKeys[i]) ? constantKeys[i] : twice;
        }
        this.repeated = twice;
        this.allConstant = known.size() == keys.length;
        this.fixed = allConstant && keys.length <= BuiltObject.FEW ? known.toArray(new String[0]) : null;
    }

    /** Returns the object for a value: one group of everything for each constant key. */
    JsonNode of(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        frame.evaluation.chargeMembers(keys.length);
        BuiltObject result;
        if (input.isArray()) {
            result = BuiltObject.ofCapacity(keys.length);
            fill(result, groups(input, frame), frame);
        } else {
            result = single(input, frame);
        }
        frame.evaluation.leave();
        return result;
    }

    private BuiltObject single(JsonNode input, Frame frame) {
        if (repeated != null) {
            throw duplicate(repeated);
        }
        if (fixed != null) {
            return fixed(fixed, input, frame);
        }
        BuiltObject result = BuiltObject.ofCapacity(keys.length);
        if (allConstant) {
            for (int i = 0; i < keys.length; i++) {
                put(result, constantKeys[i], values[i].eval(input, frame));
            }
            return result;
        }
        Map<String, Integer> order = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i++) {
            String key = key(i, input, frame);
            if (key != null && order.put(key, i) != null) {
                throw duplicate(key);
            }
        }
        for (Map.Entry<String, Integer> entry : order.entrySet()) {
            put(result, entry.getKey(), values[entry.getValue()].eval(input, frame));
        }
        return result;
    }

    /** An object whose few names are known; those whose value is undefined are left out. */
    private BuiltObject fixed(String[] names, JsonNode input, Frame frame) {
        JsonNode[] members = new JsonNode[names.length];
        boolean complete = true;
        for (int i = 0; i < names.length; i++) {
            members[i] = values[i].eval(input, frame);
            complete &= !members[i].isMissingNode();
        }
        if (complete) {
            return BuiltObject.of(names, members);
        }
        BuiltObject result = BuiltObject.ofCapacity(names.length);
        for (int i = 0; i < names.length; i++) {
            put(result, names[i], members[i]);
        }
        return result;
    }

    private static void put(BuiltObject result, @Nullable String key, JsonNode value) {
        if (key != null && !value.isMissingNode()) {
            result.members().put(key, value);
        }
    }

    private @Nullable String key(int pair, JsonNode context, Frame frame) {
        String constant = constantKeys[pair];
        if (constant != null) {
            return constant;
        }
        JsonNode key = keys[pair].eval(context, frame);
        if (key.isMissingNode()) {
            return null;
        }
        if (!key.isString()) {
            throw JsonataException.of("T1003", key).at(position, "{");
        }
        return key.stringValue();
    }

    private JsonataException duplicate(String key) {
        return JsonataException.of("D1009", key).at(position, "{");
    }

    private Map<String, Group> groups(JsonNode items, Frame frame) {
        Map<String, Group> groups = new LinkedHashMap<>();
        // An empty array still makes an object; its values see nothing.
        int size = Math.max(items.size(), 1);
        for (int i = 0; i < size; i++) {
            JsonNode item = items.path(i);
            for (int pair = 0; pair < keys.length; pair++) {
                frame.evaluation.step();
                String key = key(pair, item, frame);
                if (key != null) {
                    group(groups, key, pair, frame.evaluation).add(item, frame.evaluation);
                }
            }
        }
        return groups;
    }

    private Group group(Map<String, Group> groups, String key, int pair, Evaluation evaluation) {
        Group group = groups.get(key);
        if (group == null) {
            evaluation.chargeMembers(1);
            group = new Group(pair);
            groups.put(key, group);
        } else if (group.pair != pair) {
            throw duplicate(key);
        }
        return group;
    }

    private void fill(BuiltObject result, Map<String, Group> groups, Frame frame) {
        for (Map.Entry<String, Group> entry : groups.entrySet()) {
            Group group = entry.getValue();
            put(result, entry.getKey(), values[group.pair].eval(group.context(), frame));
        }
    }

    /** Returns the object for the tuples of a path; for none it is empty. */
    JsonNode ofTuples(List<Tuple> tuples, Frame frame) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Tuple tuple : tuples) {
            for (int pair = 0; pair < keys.length; pair++) {
                frame.evaluation.step();
                String key = key(pair, tuple.value(), tuple.frame(frame));
                if (key != null) {
                    group(groups, key, pair, frame.evaluation).add(tuple, frame.evaluation);
                }
            }
        }
        BuiltObject result = BuiltObject.empty();
        for (Map.Entry<String, Group> entry : groups.entrySet()) {
            Tuple together = entry.getValue().tuple();
            JsonNode value = values[entry.getValue().pair].eval(together.value(), together.frame(frame));
            put(result, entry.getKey(), value);
        }
        return result;
    }
}
