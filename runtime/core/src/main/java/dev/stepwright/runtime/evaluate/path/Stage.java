package dev.stepwright.runtime.evaluate.path;

import dev.stepwright.expression.PathStep;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a query does with one value: select values inside it and hand each to the next stage. */
@FunctionalInterface
interface Stage {
    void accept(JsonNode node, Search search);

    /** Compiles steps; the last stage collects. */
    static Stage compile(List<PathStep> steps) {
        Stage stage = (node, search) -> search.add(node);
        for (int i = steps.size() - 1; i >= 0; i--) {
            boolean last = i == steps.size() - 1;
            boolean descending = i > 0 && steps.get(i - 1) instanceof PathStep.Descendants;
            stage = step(steps.get(i), stage, last, descending);
        }
        return stage;
    }

    private static Stage step(PathStep step, Stage next, boolean last, boolean descending) {
        if (step instanceof PathStep.Name name) {
            return (node, search) -> search.visit(node.get(name.name()), next);
        }
        if (step instanceof PathStep.Index index) {
            return (node, search) -> element(node, index.index(), last, search, next);
        }
        if (step instanceof PathStep.Indexes indexes) {
            return (node, search) -> indexes.indexes().forEach(index -> element(node, index, last, search, next));
        }
        if (step instanceof PathStep.Names names) {
            return last ? projection(names.names(), next) : each(names.names(), next);
        }
        if (step instanceof PathStep.Slice slice) {
            return (node, search) -> slice(node, slice, search, next);
        }
        if (step instanceof PathStep.Filter filter) {
            Filter test = Filter.compile(filter.expression());
            return descending ? itself(test, next) : filtered(test, next);
        }
        return step instanceof PathStep.Wildcard ? (node, search) -> children(node, search, next) : new Descent(next);
    }

    /** A place behind the end of an array is null, as AWS has it; but nothing is below it. */
    private static void element(JsonNode node, int index, boolean last, Search search, Stage next) {
        if (!node.isArray()) {
            return;
        }
        JsonNode element = node.get(index < 0 ? index + node.size() : index);
        search.visit(element == null && last ? JsonNodeFactory.instance.nullNode() : element, next);
    }

    private static Stage each(List<String> names, Stage next) {
        return (node, search) -> names.forEach(name -> search.visit(node.get(name), next));
    }

    /** Several names at the end give one object of these members. */
    private static Stage projection(List<String> names, Stage next) {
        return (node, search) -> {
            if (node.isObject()) {
                ObjectNode projection = JsonNodeFactory.instance.objectNode();
                for (String name : names) {
                    JsonNode value = node.get(name);
                    if (value != null) {
                        projection.set(name, value);
                    }
                }
                search.visit(projection, next);
            }
        };
    }

    private static void slice(JsonNode node, PathStep.Slice slice, Search search, Stage next) {
        if (!node.isArray()) {
            return;
        }
        int from = bound(slice.from(), 0, node.size());
        int to = bound(slice.to(), node.size(), node.size());
        for (long i = from; i < to; i += slice.step()) {
            search.visit(node.get((int) i), next);
        }
    }

    private static int bound(@Nullable Integer bound, int absent, int size) {
        if (bound == null) {
            return absent;
        }
        return Math.max(0, Math.min(bound < 0 ? bound + size : bound, size));
    }

    private static void children(JsonNode node, Search search, Stage next) {
        if (node.isArray()) {
            for (JsonNode element : (ArrayNode) node) {
                search.visit(element, next);
            }
        } else if (node.isObject()) {
            node.properties().forEach(member -> search.visit(member.getValue(), next));
        }
    }

    /** A filter looks at each element of an array, but at an object itself. */
    private static Stage filtered(Filter test, Stage next) {
        Stage itself = itself(test, next);
        return (node, search) -> {
            if (node.isArray()) {
                children(node, search, itself);
            } else if (node.isObject()) {
                itself.accept(node, search);
            }
        };
    }

    private static Stage itself(Filter test, Stage next) {
        return (node, search) -> {
            if (test.matches(node, search)) {
                search.visit(node, next);
            }
        };
    }

    /** {@code ..}: a value, then all inside it in document order. */
    record Descent(Stage next) implements Stage {
        @Override
        public void accept(JsonNode node, Search search) {
            next.accept(node, search);
            if (node.isContainer()) {
                children(node, search, this);
            }
        }
    }
}
