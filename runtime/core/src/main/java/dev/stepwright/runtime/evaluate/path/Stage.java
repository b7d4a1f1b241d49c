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
        int definite = 0;
        while (definite < steps.size() && steps.get(definite).isDefinite()) {
            definite++;
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            boolean descending = i > 0 && steps.get(i - 1) instanceof PathStep.Descendants;
            stage = steps.get(i) instanceof PathStep.Names names && i < steps.size() - 1
                    ? refused(names, steps.subList(0, i))
                    : step(steps.get(i), stage, new Place(i == steps.size() - 1, descending, i <= definite));
        }
        return stage;
    }

    private static Stage step(PathStep step, Stage next, Place place) {
        if (step instanceof PathStep.Name name) {
            return (node, search) -> member(node, name.name(), place, search, next);
        }
        if (step instanceof PathStep.Index index) {
            return on(place, (node, search) -> element(node, index.index(), place, search, next));
        }
        if (step instanceof PathStep.Indexes indexes) {
            return on(
                    place,
                    (node, search) -> indexes.indexes().forEach(index -> element(node, index, place, search, next)));
        }
        if (step instanceof PathStep.Names names) {
            return projection(names.names(), place, next);
        }
        if (step instanceof PathStep.Slice slice) {
            return on(place, slice(slice, place, next));
        }
        if (step instanceof PathStep.Filter filter) {
            Filter test = Filter.compile(filter.expression());
            return place.descending() ? itself(test, next) : filtered(test, place, next);
        }
        return step instanceof PathStep.Wildcard ? (node, search) -> children(node, search, next) : new Descent(next);
    }

    /**
     * Where a step stands.
     *
     * @param definite whether all before it leads to one place
     */
    record Place(boolean last, boolean descending, boolean definite) {}

    private static void member(JsonNode node, String name, Place place, Search search, Stage next) {
        JsonNode value = node.get(name);
        if (value == null && !place.descending()) {
            search.miss(place.definite(), node.isObject());
        }
        search.visit(value, next);
    }

    /** Steps of elements miss what is no array. */
    private static Stage on(Place place, Stage elements) {
        return (node, search) -> {
            if (node.isArray()) {
                elements.accept(node, search);
            } else {
                search.miss(place.definite(), false);
            }
        };
    }

    private static void element(JsonNode array, int index, Place place, Search search, Stage next) {
        JsonNode element = at(array, index, place);
        if (element == null) {
            search.miss(place.definite(), false);
        }
        search.visit(element, next);
    }

    /** A place beyond an array is null, as AWS has it; but nothing is below it. */
    private static @Nullable JsonNode at(JsonNode array, int index, Place place) {
        JsonNode element = array.get(index < 0 ? index + array.size() : index);
        return element == null && place.last() ? JsonNodeFactory.instance.nullNode() : element;
    }

    /** AWS: nothing is found behind several names, and the path fails as soon as there is an object to look into. */
    private static Stage refused(PathStep.Names names, List<PathStep> before) {
        String path = "$" + PathMiss.fragments(before) + "['" + String.join("', '", names.names()) + "']";
        return (node, search) -> {
            if (node.isObject()) {
                throw new SearchFailure("Multi properties can only be used as path leafs: " + path);
            }
        };
    }

    /** Several names at the end give one object of these members; behind {@code ..} only objects that have them all. */
    private static Stage projection(List<String> names, Place place, Stage next) {
        return (node, search) -> {
            if (!node.isObject()) {
                search.miss(place.definite(), false);
            } else if (!place.descending() || names.stream().allMatch(node::has)) {
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

    /** Between two bounds an index counts up to the second; one below zero is a place from the end, so {@code [0:-1]} is empty. */
    private static Stage slice(PathStep.Slice slice, Place place, Stage next) {
        Integer first = slice.from();
        Integer behind = slice.to();
        return (array, search) -> {
            int size = array.size();
            boolean between = first != null && behind != null;
            int from = first == null || size == 0 ? 0 : between ? first : bound(first, size);
            int to = behind == null ? size : between ? Math.min(behind, size) : bound(behind, size);
            for (long i = from; i < to; i += slice.step()) {
                search.visit(at(array, (int) i, place), next);
            }
        };
    }

    private static int bound(int bound, int size) {
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
    private static Stage filtered(Filter test, Place place, Stage next) {
        Stage itself = itself(test, next);
        return (node, search) -> {
            if (node.isArray()) {
                children(node, search, itself);
            } else if (node.isObject()) {
                itself.accept(node, search);
            } else {
                search.miss(place.definite(), false);
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
