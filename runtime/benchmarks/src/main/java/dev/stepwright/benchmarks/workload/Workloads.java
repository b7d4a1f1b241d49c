package dev.stepwright.benchmarks.workload;

import java.util.List;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The six workloads. */
public final class Workloads {
    /** What the tasks of w6 call. */
    public static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:done";

    /** The expressions of w5, each over the output of the one before as {@code $states.input}. */
    public static final List<String> EXPRESSIONS = List.of(
            "{'orders': $states.input.orders[price > 8], 'total': $sum($states.input.orders.(price * quantity))}",
            "$merge([$states.input, {'byKind': $states.input.orders{kind: $sum(quantity)}}])",
            "$merge([$states.input, {'names': $join($states.input.orders.sku, ', '), 'dearest': $max($states.input.orders.price)}])",
            "$merge([$states.input, {'ranking': [$states.input.orders^(>price).sku]}])",
            "{'total': $states.input.total, 'lines': $map($states.input.orders, function($o) { $o.sku & ' x' & $string($o.price * $o.quantity) })}");

    private static final String[] KINDS = {"tool", "part", "book", "toy"};

    private Workloads() {}

    /** Returns a workload by its name. */
    public static Workload of(String name) {
        return all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload is named \"" + name + "\"; w1 to w6 are"));
    }

    /** Returns all workloads in their order. */
    public static List<Workload> all() {
        return List.of(passes(), loop(), items(), branches(), expressions(), tasks());
    }

    /** w1: ten Pass states that build an object from paths and put it into their input. */
    private static Workload passes() {
        ObjectNode definition = chain(10, i -> json("""
                {"Type": "Pass", "ResultPath": "$.step%d", "Parameters": {"step": %d, "order.$": "$.order.id",
                 "customer.$": "$.order.customer.name", "first.$": "$.order.lines[0]"}}""".formatted(i, i)));
        ObjectNode input =
                json("{\"order\": {\"id\": \"o-1\", \"customer\": {\"name\": \"Ada\"}, \"lines\": [3, 5, 8]}}");
        return new Workload("w1", 10, definition, input, new Workload.Check("/step10/step", IntNode.valueOf(10)));
    }

    /** w2: a loop that counts to 1,000. */
    private static Workload loop() {
        ObjectNode definition = json("""
                {"StartAt": "Count", "States": {
                  "Count": {"Type": "Pass", "Parameters": {"count.$": "States.MathAdd($.count, 1)"}, "Next": "More?"},
                  "More?": {"Type": "Choice", "Choices": [{"Variable": "$.count", "NumericLessThan": 1000, "Next": "Count"}],
                            "Default": "Enough"},
                  "Enough": {"Type": "Succeed"}}}""");
        Workload.Check check = new Workload.Check("/count", IntNode.valueOf(1000));
        return new Workload("w2", 2001, definition, json("{\"count\": 0}"), check);
    }

    /** w3: a Map over 1,000 items, each through three Pass states. */
    private static Workload items() {
        ObjectNode definition = json("""
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.items", "End": true, "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "Take", "States": {
                    "Take": {"Type": "Pass", "Parameters": {"n.$": "$.n", "unit": 1}, "Next": "Add"},
                    "Add": {"Type": "Pass", "Result": 3, "ResultPath": "$.more", "Next": "Sum"},
                    "Sum": {"Type": "Pass", "Parameters": {"sum.$": "States.MathAdd($.n, $.more)"}, "End": true}}}}}}""");
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        ArrayNode items = input.putArray("items");
        for (int i = 0; i < 1000; i++) {
            items.addObject().put("n", i);
        }
        return new Workload("w3", 3001, definition, input, new Workload.Check("/999/sum", IntNode.valueOf(1002)));
    }

    /** w4: ten branches of one Pass state. */
    private static Workload branches() {
        ObjectNode definition =
                json("{\"StartAt\": \"All\", \"States\": {\"All\": {\"Type\": \"Parallel\", \"End\": true}}}");
        ArrayNode branches = ((ObjectNode) definition.at("/States/All")).putArray("Branches");
        for (int i = 0; i < 10; i++) {
            branches.add(json("""
                    {"StartAt": "Branch%d", "States": {"Branch%d": {"Type": "Pass", "End": true,
                     "Parameters": {"branch": %d, "value.$": "$.value"}}}}""".formatted(i, i, i)));
        }
        Workload.Check check = new Workload.Check("/9/branch", IntNode.valueOf(9));
        return new Workload("w4", 11, definition, json("{\"value\": 42}"), check);
    }

    /** w5: five Pass states, each with a heavy JSONata expression over twenty orders. */
    private static Workload expressions() {
        ObjectNode definition = chain(
                EXPRESSIONS.size(),
                i -> JsonNodeFactory.instance
                        .objectNode()
                        .put("Type", "Pass")
                        .put("Output", "{% " + EXPRESSIONS.get(i - 1) + " %}"));
        definition.put("QueryLanguage", "JSONata");
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        ArrayNode orders = input.putArray("orders");
        int total = 0;
        for (int i = 0; i < 20; i++) {
            int price = 3 + i * 11 % 37;
            int quantity = 1 + i % 6;
            total += price * quantity;
            orders.addObject()
                    .put("sku", "s-" + i)
                    .put("kind", KINDS[i % KINDS.length])
                    .put("price", price)
                    .put("quantity", quantity);
        }
        Workload.Check check = new Workload.Check("/total", IntNode.valueOf(total));
        return new Workload("w5", EXPRESSIONS.size(), definition, input, check);
    }

    /** w6: ten Task states whose handler does nothing. */
    private static Workload tasks() {
        ObjectNode definition = chain(
                10,
                i -> JsonNodeFactory.instance
                        .objectNode()
                        .put("Type", "Task")
                        .put("Resource", FUNCTION)
                        .put("ResultPath", "$.step" + i));
        Workload.Check check = new Workload.Check("/step10/done", BooleanNode.TRUE);
        return new Workload("w6", 10, definition, json("{\"id\": \"o-1\"}"), check);
    }

    private static ObjectNode chain(int length, IntFunction<ObjectNode> state) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode().put("StartAt", "Step1");
        ObjectNode states = definition.putObject("States");
        for (int i = 1; i <= length; i++) {
            ObjectNode one = state.apply(i);
            states.set("Step" + i, i == length ? one.put("End", true) : one.put("Next", "Step" + (i + 1)));
        }
        return definition;
    }

    private static ObjectNode json(String text) {
        JsonNode read = JsonMapper.shared().readTree(text);
        return (ObjectNode) read;
    }
}
