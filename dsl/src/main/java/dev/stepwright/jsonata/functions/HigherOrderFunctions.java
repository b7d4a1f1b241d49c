package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.BuiltObject;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Truth;
import dev.stepwright.jsonata.value.Undefined;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Functions that call a function for each of many values. It gets the value, its index or key and the whole, as far as it takes them. */
final class HigherOrderFunctions {
    private HigherOrderFunctions() {}

    static void addTo(Registry registry) {
        registry.onDefined("map", "<af>", (a, c, e) -> map(a[0], function(a[1]), e));
        registry.onDefined("filter", "<af>", (a, c, e) -> filter(a[0], function(a[1]), e));
        registry.onDefined("single", "<af?>", (a, c, e) -> single(a[0], a[1], e));
        registry.onDefined("reduce", "<afj?:j>", (a, c, e) -> reduce(a, e));
        registry.onDefined("each", "<o-f:a>", (a, c, e) -> each(a[0], function(a[1]), e));
        registry.onDefined("sift", "<o-f?:o>", (a, c, e) -> sift(a[0], function(a[1]), e));
    }

    private static FunctionValue function(JsonNode value) {
        if (value instanceof FunctionValue function) {
            return function;
        }
        throw JsonataException.of("T0410", value).with("index", 2);
    }

    private static JsonNode call(
            FunctionValue function, JsonNode value, JsonNode key, JsonNode all, Evaluation evaluation) {
        return switch (function.arity()) {
            case 0, 1 -> evaluation.callBack(function, value);
            case 2 -> evaluation.callBack(function, value, key);
            default -> evaluation.callBack(function, value, key, all);
        };
    }

    private static JsonNode map(JsonNode array, FunctionValue function, Evaluation evaluation) {
        Sequence result = Sequence.empty();
        for (int i = 0; i < array.size(); i++) {
            JsonNode value = call(function, array.get(i), Numbers.of(i), array, evaluation);
            if (!value.isMissingNode()) {
                evaluation.append(result, value);
            }
        }
        return result;
    }

    private static JsonNode filter(JsonNode array, FunctionValue function, Evaluation evaluation) {
        Sequence result = Sequence.empty();
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            if (Truth.of(call(function, item, Numbers.of(i), array, evaluation), evaluation)) {
                evaluation.append(result, item);
            }
        }
        return result;
    }

    private static JsonNode single(JsonNode array, JsonNode function, Evaluation evaluation) {
        JsonNode found = Undefined.VALUE;
        boolean any = false;
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            boolean matches = !(function instanceof FunctionValue test)
                    || Truth.of(call(test, item, Numbers.of(i), array, evaluation), evaluation);
            if (matches && any) {
                throw JsonataException.of("D3138");
            }
            if (matches) {
                found = item;
                any = true;
            }
        }
        if (!any) {
            throw JsonataException.of("D3139");
        }
        return found;
    }

    private static JsonNode reduce(JsonNode[] arguments, Evaluation evaluation) {
        JsonNode array = arguments[0];
        FunctionValue function = function(arguments[1]);
        int arity = function.arity();
        if (arity < 2) {
            throw JsonataException.of("D3050");
        }
        boolean seeded = !arguments[2].isMissingNode() || array.isEmpty();
        JsonNode result = seeded ? arguments[2] : array.get(0);
        for (int i = seeded ? 0 : 1; i < array.size(); i++) {
            JsonNode item = array.get(i);
            result = switch (arity) {
                case 2 -> evaluation.callBack(function, result, item);
                case 3 -> evaluation.callBack(function, result, item, Numbers.of(i));
                default -> evaluation.callBack(function, result, item, Numbers.of(i), array);
            };
        }
        return result;
    }

    private static JsonNode each(JsonNode object, FunctionValue function, Evaluation evaluation) {
        Sequence result = Sequence.empty();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode key = StringNode.valueOf(member.getKey());
            JsonNode value = call(function, member.getValue(), key, object, evaluation);
            if (!value.isMissingNode()) {
                evaluation.append(result, value);
            }
        }
        return result;
    }

    private static JsonNode sift(JsonNode object, FunctionValue function, Evaluation evaluation) {
        BuiltObject result = BuiltObject.empty();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode key = StringNode.valueOf(member.getKey());
            if (Truth.of(call(function, member.getValue(), key, object, evaluation), evaluation)) {
                evaluation.chargeMembers(1);
                result.members().put(member.getKey(), member.getValue());
            }
        }
        return result.isEmpty() ? Undefined.VALUE : result;
    }
}
