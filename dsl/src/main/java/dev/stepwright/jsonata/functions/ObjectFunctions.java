package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.code.Lookup;
import dev.stepwright.jsonata.value.BuiltObject;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Objects. */
final class ObjectFunctions {
    private ObjectFunctions() {}

    static void addTo(Registry registry) {
        registry.add("keys", "<x-:a<s>>", (a, c, e) -> keys(a[0], e));
        registry.add("lookup", "<x-s:x>", (a, c, e) -> Lookup.field(a[0], a[1].asString(""), e));
        registry.add("spread", "<x-:a<o>>", (a, c, e) -> spread(a[0], e));
        registry.onDefined("merge", "<a<o>:o>", (a, c, e) -> merge(a[0], e));
        registry.onDefined("clone", "<(oa)-:o>", (a, c, e) -> copy(a[0], e));
    }

    private static JsonNode keys(JsonNode value, Evaluation evaluation) {
        Set<String> names = new LinkedHashSet<>();
        collect(value, names, evaluation);
        Sequence keys = Sequence.empty();
        for (String name : names) {
            evaluation.append(keys, StringNode.valueOf(name));
        }
        return keys;
    }

    private static void collect(JsonNode value, Set<String> names, Evaluation evaluation) {
        evaluation.step();
        if (value.isObject()) {
            evaluation.chargeMembers(value.size());
            names.addAll(value.propertyNames());
        } else if (value.isArray()) {
            evaluation.enter();
            for (int i = 0; i < value.size(); i++) {
                collect(value.get(i), names, evaluation);
            }
            evaluation.leave();
        }
    }

    private static JsonNode spread(JsonNode value, Evaluation evaluation) {
        if (value.isObject()) {
            Sequence parts = Sequence.empty();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                evaluation.step();
                evaluation.chargeMembers(1);
                BuiltObject part = BuiltObject.empty();
                part.members().put(member.getKey(), member.getValue());
                evaluation.append(parts, part);
            }
            return parts;
        }
        if (!value.isArray()) {
            return value;
        }
        Sequence parts = Sequence.array(new ArrayList<>());
        evaluation.enter();
        for (int i = 0; i < value.size(); i++) {
            evaluation.step();
            JsonNode part = spread(value.get(i), evaluation);
            if (!part.isMissingNode()) {
                ArrayFunctions.add(parts, part, evaluation);
            }
        }
        evaluation.leave();
        return value.isEmpty() ? Sequence.empty() : parts;
    }

    private static JsonNode merge(JsonNode objects, Evaluation evaluation) {
        BuiltObject merged = BuiltObject.empty();
        for (int i = 0; i < objects.size(); i++) {
            evaluation.step();
            evaluation.chargeMembers(objects.get(i).size());
            for (Map.Entry<String, JsonNode> member : objects.get(i).properties()) {
                merged.members().put(member.getKey(), member.getValue());
            }
        }
        return merged;
    }

    /** Copies objects and arrays; everything else does not change and is shared. */
    private static JsonNode copy(JsonNode value, Evaluation evaluation) {
        evaluation.step();
        if (value.isObject()) {
            evaluation.enter();
            evaluation.chargeMembers(value.size());
            BuiltObject copy = BuiltObject.empty();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                copy.members().put(member.getKey(), copy(member.getValue(), evaluation));
            }
            evaluation.leave();
            return copy;
        }
        if (value.isArray()) {
            evaluation.enter();
            Sequence copy = Sequence.array(new ArrayList<>(value.size()));
            for (int i = 0; i < value.size(); i++) {
                evaluation.append(copy, copy(value.get(i), evaluation));
            }
            evaluation.leave();
            return copy;
        }
        return value;
    }
}
