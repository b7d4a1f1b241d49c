package dev.stepwright.testkit;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Distributed Maps give what they gave: their executions have histories of their own, and what they read is in none. In the definition that is run
 * such a Map reads its recorded result as items, and each execution gives its item. Only where the recording leaves no doubt of the result: it
 * is an array, and the state passes it on as it is.
 */
final class RecordedMaps {
    private static final List<String> OF_ITEMS = List.of(
            "ItemsPath",
            "Items",
            "Parameters",
            "ItemSelector",
            "ItemBatcher",
            "ResultWriter",
            "Iterator",
            "Label",
            "ToleratedFailureCount",
            "ToleratedFailureCountPath",
            "ToleratedFailurePercentage",
            "ToleratedFailurePercentagePath");

    private static final Pattern PATH = Pattern.compile("\\$(\\.[A-Za-z_]\\w*)*");

    private static final Pattern SEES_RESULT = Pattern.compile("\\$states(?!\\.(input|context))");

    private final StateMachineDefinition definition;

    /** The results that are left of each Map, in their order. */
    private final Map<String, List<Result>> results = new HashMap<>();

    /** What a Map gave, and the stay in which it did. */
    record Result(JsonNode value, Stay stay) {}

    /** The outermost distributed Map that a state is in, or is. */
    private final Map<String, String> mapOf = new HashMap<>();

    /** @param isDone the states whose work somebody does */
    RecordedMaps(StateMachineDefinition definition, Strands recorded, Set<String> isDone) {
        JsonNode copy = definition.json().deepCopy();
        for (StateMachineDefinition scope : definition.scopes()) {
            for (State state : scope.states().values()) {
                if (state instanceof MapState map && map.isDistributed() && !mapOf.containsKey(map.name())) {
                    Set<String> inside = statesOf(map);
                    inside.forEach(name -> mapOf.put(name, map.name()));
                    if (inside.stream().noneMatch(isDone::contains)) {
                        results(map, recorded.in(map.name())).ifPresent(gave -> {
                            results.put(map.name(), new ArrayList<>(gave));
                            giveItems(
                                    (ObjectNode) copy.at(map.pointer()),
                                    map.name(),
                                    map.queryLanguage(definition.queryLanguage()));
                        });
                    }
                }
            }
        }
        this.definition = results.isEmpty() ? definition : StateMachineDefinition.of(copy);
    }

    private static Set<String> statesOf(MapState map) {
        Set<String> inside = new TreeSet<>(Set.of(map.name()));
        map.itemProcessor()
                .ifPresent(processor -> processor
                        .scopes()
                        .forEach(scope -> inside.addAll(scope.states().keySet())));
        return inside;
    }

    /** Returns the results of all stays; empty if one of them is in doubt, or there is none. */
    private static Optional<List<Result>> results(MapState map, List<Stay> stays) {
        List<Result> all = new ArrayList<>();
        for (Stay stay : stays) {
            JsonNode value = stay.exited == null || stay.isCaught() ? null : result(map.json(), stay.exited.output());
            if (value == null || !value.isArray()) {
                return Optional.empty();
            }
            all.add(new Result(value, stay));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** Returns the result with which a Map has given an output: missing where that is in doubt, none where nobody sees it. */
    private static JsonNode result(JsonNode map, JsonNode output) {
        boolean isDiscarded = map.path("ResultPath").isNull() && !map.has("Assign")
                || map.has("Output")
                        && !SEES_RESULT
                                .matcher(map.path("Output") + " " + map.path("Assign"))
                                .find();
        if (isDiscarded && !map.has("ResultSelector")) {
            return JsonNodeFactory.instance.arrayNode();
        }
        String path = map.path("ResultPath").asString("$");
        boolean isKept = !map.has("ResultSelector")
                && !map.has("Output")
                && map.path("OutputPath").asString("").matches("\\$?")
                && PATH.matcher(path).matches();
        return isKept ? output.at(path.substring(1).replace('.', '/')) : JsonNodeFactory.instance.missingNode();
    }

    private static void giveItems(ObjectNode map, String name, QueryLanguage language) {
        map.remove(OF_ITEMS);
        ObjectNode reader = map.putObject("ItemReader");
        reader.put("Resource", "arn:aws:states:::s3:getObject");
        reader.putObject("ReaderConfig").put("InputType", "JSON");
        reader.putObject(language == QueryLanguage.JSONATA ? "Arguments" : "Parameters")
                .put("Bucket", "recorded")
                .put("Key", name);
        ObjectNode processor = map.putObject("ItemProcessor");
        processor.putObject("ProcessorConfig").put("Mode", "DISTRIBUTED").put("ExecutionType", "STANDARD");
        String state = name + " gave";
        processor.put("StartAt", state);
        processor.putObject("States").putObject(state).put("Type", "Pass").put("End", true);
    }

    /** Returns the definition in which these Maps give what they gave. */
    StateMachineDefinition definition() {
        return definition;
    }

    /** Returns whether a Map gives what it gave. */
    boolean has(String map) {
        return results.containsKey(map);
    }

    /** Returns the outermost distributed Map that a state is in, or is; empty for any other state. */
    Optional<String> mapOf(String state) {
        return Optional.ofNullable(mapOf.get(state));
    }

    /** Returns the next result of a Map; empty if there is none left. */
    Optional<Result> take(String map) {
        List<Result> left = results.getOrDefault(map, List.of());
        return left.isEmpty() ? Optional.empty() : Optional.of(left.remove(0));
    }
}
