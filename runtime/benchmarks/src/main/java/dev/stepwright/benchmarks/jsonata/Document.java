package dev.stepwright.benchmarks.jsonata;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An input. */
enum Document {
    ORDER,
    HUNDRED_ITEMS,
    THOUSAND_ITEMS,
    LINE;

    private static final String[] KINDS = {"tool", "part", "book", "toy"};

    /** Returns a new tree, the same on every call. */
    ObjectNode tree() {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case ORDER -> {
                input.put("customer", "c-17")
                        .putObject("order")
                        .put("id", "o-1")
                        .put("total", 1_500);
                yield input;
            }
            case HUNDRED_ITEMS -> items(input, 100);
            case THOUSAND_ITEMS -> items(input, 1_000);
            case LINE -> input.put("line", "alpha=1, beta=22, gamma=333");
        };
    }

    private static ObjectNode items(ObjectNode input, int count) {
        ArrayNode items = input.putArray("items");
        for (int i = 0; i < count; i++) {
            items.addObject()
                    .put("name", "item-" + i)
                    .put("kind", KINDS[i % KINDS.length])
                    .put("price", 1 + (i * 37) % 100)
                    .put("quantity", 1 + i % 5);
        }
        return input;
    }
}
