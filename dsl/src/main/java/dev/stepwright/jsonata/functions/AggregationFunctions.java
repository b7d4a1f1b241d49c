package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Undefined;
import tools.jackson.databind.JsonNode;

/** Numbers from arrays of numbers. */
final class AggregationFunctions {
    private AggregationFunctions() {}

    static void addTo(Registry registry) {
        registry.onDefined("sum", "<a<n>:n>", (a, c, e) -> sum(a[0], e));
        registry.add("count", "<a:n>", (a, c, e) -> Numbers.of(a[0].isMissingNode() ? 0 : a[0].size()));
        registry.onDefined("max", "<a<n>:n>", (a, c, e) -> extreme(a[0], 1, e));
        registry.onDefined("min", "<a<n>:n>", (a, c, e) -> extreme(a[0], -1, e));
        registry.onDefined("average", "<a<n>:n>", (a, c, e) -> average(a[0], e));
    }

    /** Sums exactly as long as all numbers are whole and the sum fits 64 bits. */
    private static JsonNode sum(JsonNode numbers, Evaluation evaluation) {
        evaluation.steps(numbers.size());
        long exact = 0;
        int at = 0;
        for (; at < numbers.size(); at++) {
            JsonNode number = Numbers.canonical(numbers.get(at));
            long sum = exact + number.longValue(0);
            boolean overflow = ((exact ^ sum) & (number.longValue(0) ^ sum)) < 0;
            if (!Numbers.isWhole(number) || overflow) {
                break;
            }
            exact = sum;
        }
        if (at == numbers.size()) {
            return Numbers.of(exact);
        }
        double total = exact;
        for (; at < numbers.size(); at++) {
            total += Numbers.toDouble(numbers.get(at));
        }
        return Numbers.of(total);
    }

    private static JsonNode average(JsonNode numbers, Evaluation evaluation) {
        if (numbers.isEmpty()) {
            return Undefined.VALUE;
        }
        return Numbers.of(Numbers.toDouble(sum(numbers, evaluation)) / numbers.size());
    }

    private static JsonNode extreme(JsonNode numbers, int sign, Evaluation evaluation) {
        evaluation.steps(numbers.size());
        JsonNode best = Undefined.VALUE;
        for (int i = 0; i < numbers.size(); i++) {
            JsonNode number = numbers.get(i);
            if (best.isMissingNode() || Numbers.compare(number, best) * sign > 0) {
                best = number;
            }
        }
        return best;
    }
}
