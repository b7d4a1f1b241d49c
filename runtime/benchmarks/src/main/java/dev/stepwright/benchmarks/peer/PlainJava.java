package dev.stepwright.benchmarks.peer;

import dev.stepwright.benchmarks.workload.Workload;
import dev.stepwright.benchmarks.workload.Workloads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The same work by hand over the same trees: no definition, no engine, no history. Nothing that has those can be faster. */
final class PlainJava {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final Map<String, UnaryOperator<JsonNode>> WORK = Map.of(
            "w1", PlainJava::passes,
            "w2", PlainJava::loop,
            "w3", PlainJava::items,
            "w4", PlainJava::branches,
            "w5", PlainJava::expressions,
            "w6", PlainJava::tasks);

    private PlainJava() {}

    static void measure(Pace pace, int... concurrency) {
        Meter meter = new Meter("plain Java", pace);
        for (Workload workload : Workloads.all()) {
            UnaryOperator<JsonNode> work = Objects.requireNonNull(WORK.get(workload.name()));
            meter.measure(
                    workload.name(),
                    workload.transitions(),
                    () -> {
                        workload.checked(work.apply(workload.input()));
                        return Load.ofCalls(() -> work.apply(workload.input()));
                    },
                    concurrency);
        }
    }

    private static JsonNode passes(JsonNode input) {
        ObjectNode state = MAKE.objectNode();
        state.setAll((ObjectNode) input);
        for (int i = 1; i <= 10; i++) {
            JsonNode order = state.get("order");
            ObjectNode step = MAKE.objectNode().put("step", i);
            step.set("order", order.get("id"));
            step.set("customer", order.get("customer").get("name"));
            step.set("first", order.get("lines").get(0));
            state.set("step" + i, step);
        }
        return state;
    }

    private static JsonNode loop(JsonNode input) {
        JsonNode state = input;
        do {
            state = MAKE.objectNode().put("count", state.get("count").intValue() + 1);
        } while (state.get("count").intValue() < 1000);
        return state;
    }

    private static JsonNode items(JsonNode input) {
        ArrayNode results = MAKE.arrayNode(1000);
        for (JsonNode item : input.get("items")) {
            ObjectNode state = MAKE.objectNode();
            state.set("n", item.get("n"));
            state.put("unit", 1).put("more", 3);
            results.add(MAKE.objectNode()
                    .put("sum", state.get("n").intValue() + state.get("more").intValue()));
        }
        return results;
    }

    private static JsonNode branches(JsonNode input) {
        ArrayNode results = MAKE.arrayNode(10);
        for (int i = 0; i < 10; i++) {
            results.add(MAKE.objectNode().put("branch", i).set("value", input.get("value")));
        }
        return results;
    }

    private static JsonNode expressions(JsonNode input) {
        long total = 0;
        List<JsonNode> orders = new ArrayList<>();
        for (JsonNode order : input.get("orders")) {
            total += order.get("price").longValue() * order.get("quantity").longValue();
            if (order.get("price").longValue() > 8) {
                orders.add(order);
            }
        }
        ObjectNode state = MAKE.objectNode().put("total", total);
        state.set("byKind", quantities(orders));
        StringJoiner names = new StringJoiner(", ");
        long dearest = 0;
        for (JsonNode order : orders) {
            names.add(order.get("sku").stringValue());
            dearest = Math.max(dearest, order.get("price").longValue());
        }
        state.put("names", names.toString()).put("dearest", dearest);
        List<JsonNode> ranking = new ArrayList<>(orders);
        ranking.sort(
                Comparator.comparingLong((JsonNode order) -> -order.get("price").longValue()));
        ArrayNode ranked = state.putArray("ranking");
        ranking.forEach(order -> ranked.add(order.get("sku")));
        ObjectNode result = MAKE.objectNode().set("total", state.get("total"));
        ArrayNode lines = result.putArray("lines");
        for (JsonNode order : orders) {
            long price = order.get("price").longValue() * order.get("quantity").longValue();
            lines.add(order.get("sku").stringValue() + " x" + price);
        }
        return result;
    }

    private static ObjectNode quantities(List<JsonNode> orders) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (JsonNode order : orders) {
            sums.merge(order.get("kind").stringValue(), order.get("quantity").longValue(), Long::sum);
        }
        ObjectNode result = MAKE.objectNode();
        sums.forEach(result::put);
        return result;
    }

    private static JsonNode tasks(JsonNode input) {
        ObjectNode state = MAKE.objectNode();
        state.setAll((ObjectNode) input);
        for (int i = 1; i <= 10; i++) {
            state.set("step" + i, MAKE.objectNode().put("done", true));
        }
        return state;
    }
}
