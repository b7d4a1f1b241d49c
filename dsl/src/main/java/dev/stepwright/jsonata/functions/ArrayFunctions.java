package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.code.MergeSort;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Arrays. */
final class ArrayFunctions {
    private ArrayFunctions() {}

    static void addTo(Registry registry) {
        registry.add("append", "<xx:a>", (a, c, e) -> append(a[0], a[1], e));
        registry.onDefined("reverse", "<a:a>", (a, c, e) -> reverse(a[0], e));
        registry.onDefined("shuffle", "<a:a>", (a, c, e) -> shuffle(a[0], e));
        registry.onDefined("sort", "<af?:a>", (a, c, e) -> sort(a[0], a[1], e));
        registry.onDefined("distinct", "<x:x>", (a, c, e) -> distinct(a[0], e));
        registry.add(1, "zip", "<a+>", (a, c, e) -> zip(a, e));
    }

    static JsonNode append(JsonNode first, JsonNode second, Evaluation evaluation) {
        if (first.isMissingNode() || second.isMissingNode()) {
            return first.isMissingNode() ? second : first;
        }
        Sequence result = Sequence.array(new ArrayList<>());
        add(result, first, evaluation);
        add(result, second, evaluation);
        return result;
    }

    static void add(Sequence result, JsonNode value, Evaluation evaluation) {
        if (value.isArray()) {
            evaluation.appendAll(result, value);
        } else {
            evaluation.append(result, value);
        }
    }

    private static Sequence copy(JsonNode array, Evaluation evaluation) {
        Sequence copy = Sequence.array(new ArrayList<>(array.size()));
        evaluation.appendAll(copy, array);
        return copy;
    }

    private static JsonNode reverse(JsonNode array, Evaluation evaluation) {
        if (array.size() < 2) {
            return array;
        }
        Sequence reversed = Sequence.array(new ArrayList<>(array.size()));
        for (int i = array.size() - 1; i >= 0; i--) {
            evaluation.append(reversed, array.get(i));
        }
        evaluation.steps(array.size());
        return reversed;
    }

    private static JsonNode shuffle(JsonNode array, Evaluation evaluation) {
        Sequence shuffled = copy(array, evaluation);
        List<JsonNode> items = shuffled.items();
        for (int i = items.size() - 1; i > 0; i--) {
            evaluation.step();
            int other = (int) (evaluation.random() * (i + 1));
            items.set(other, items.set(i, items.get(other)));
        }
        return shuffled;
    }

    private static JsonNode sort(JsonNode array, JsonNode comparator, Evaluation evaluation) {
        if (array.size() < 2) {
            return array;
        }
        if (!(comparator instanceof FunctionValue)) {
            checkComparable(array);
        }
        Sequence sorted = copy(array, evaluation);
        MergeSort.Order<JsonNode> order = comparator instanceof FunctionValue function
                ? (a, b) -> isBehind(function, a, b, evaluation) ? 1 : 0
                : array.get(0).isString() ? (a, b) -> a.stringValue().compareTo(b.stringValue()) : Numbers::compare;
        MergeSort.sort(sorted.items(), order, evaluation);
        return sorted;
    }

    private static boolean isBehind(FunctionValue comparator, JsonNode a, JsonNode b, Evaluation evaluation) {
        JsonNode answer = evaluation.callBack(comparator, a, b);
        return Truth.of(answer, evaluation);
    }

    private static void checkComparable(JsonNode array) {
        boolean strings = array.get(0).isString();
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            if (strings ? !item.isString() : !Numbers.isNumeric(item)) {
                throw JsonataException.of("D3070");
            }
        }
    }

    private static JsonNode distinct(JsonNode value, Evaluation evaluation) {
        if (!value.isArray() || value.size() < 2) {
            return value;
        }
        Sequence result = Sequence.isSequence(value) ? Sequence.empty() : Sequence.array(new ArrayList<>());
        Set<ValueKey> known = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            evaluation.step();
            if (known.add(new ValueKey(value.get(i), evaluation))) {
                evaluation.charge(48);
                evaluation.append(result, value.get(i));
            }
        }
        return result;
    }

    private static JsonNode zip(JsonNode[] arrays, Evaluation evaluation) {
        int shortest = Integer.MAX_VALUE;
        for (JsonNode array : arrays) {
            shortest = Math.min(shortest, array.isArray() ? array.size() : 0);
        }
        Sequence result = Sequence.array(new ArrayList<>());
        for (int i = 0; i < shortest && arrays.length > 0; i++) {
            evaluation.step();
            evaluation.chargeArray();
            Sequence row = Sequence.array(new ArrayList<>(arrays.length));
            for (JsonNode array : arrays) {
                evaluation.append(row, array.get(i));
            }
            evaluation.append(result, row);
        }
        return result;
    }
}
