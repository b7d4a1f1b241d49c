package dev.stepwright.testkit.soundness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Definitions by chance: all kinds of states in both languages, in scopes within scopes. Most are valid. */
final class RandomDefinition {
    private static final int DEEPEST = 2;

    private final Chance chance;
    private final RandomData data;
    private final JsonPathFields jsonPath;
    private final JsonataFields jsonata;
    private int states;

    RandomDefinition(Chance chance) {
        this.chance = chance;
        this.data = new RandomData(chance);
        this.jsonPath = new JsonPathFields(chance);
        this.jsonata = new JsonataFields(chance);
    }

    /** Returns a machine. */
    ObjectNode machine() {
        int language = chance.below(5);
        ObjectNode machine = scope(
                0, language < 2 ? List.of(jsonPath) : language < 4 ? List.of(jsonata) : List.of(jsonPath, jsonata));
        if (language == 2 || language == 3) {
            machine.put("QueryLanguage", "JSONata");
        }
        return machine;
    }

    private ObjectNode scope(int depth, List<? extends RandomFields> languages) {
        languages.forEach(language -> language.texts.enter(depth));
        int size = 1 + chance.below(depth == 0 ? 6 : 3);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add("S" + states++);
        }
        Map<String, ObjectNode> made = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            made.put(names.get(i), state(depth, languages, names, i));
        }
        languages.forEach(language -> language.texts.enter(Math.max(0, depth - 1)));
        ObjectNode scope = data.object();
        scope.put("StartAt", names.get(0));
        ObjectNode all = scope.putObject("States");
        made.forEach(all::set);
        Reached.keep(scope);
        return scope;
    }

    private ObjectNode state(int depth, List<? extends RandomFields> languages, List<String> names, int index) {
        RandomFields fields = chance.pick(languages);
        boolean last = index == names.size() - 1;
        ObjectNode state = data.object();
        int kind = chance.below(depth < DEEPEST ? 20 : 15);
        if (last && kind < 4) {
            fields.terminal(state, chance.oneIn(2));
        } else if (kind < 5 && !last) {
            choice(state, fields, names, index);
        } else {
            working(state, kind, depth, languages, fields);
            follow(state, names, index);
            if (state.has("Catch")) {
                state.path("Catch").forEach(rule -> ((ObjectNode) rule).put("Next", target(names, index)));
            }
        }
        if (languages.size() > 1 && fields == jsonata) {
            state.put("QueryLanguage", "JSONata");
        }
        return state;
    }

    private void working(
            ObjectNode state, int kind, int depth, List<? extends RandomFields> languages, RandomFields fields) {
        if (kind < 9) {
            fields.pass(state);
        } else if (kind < 14) {
            fields.task(state);
        } else if (kind == 14) {
            fields.waiting(state);
        } else if (kind < 17) {
            ArrayNode branches = state.put("Type", "Parallel").putArray("Branches");
            for (int i = 1 + chance.below(2); i > 0; i--) {
                branches.add(scope(depth + 1, languages));
            }
            fields.parallel(state);
        } else {
            ObjectNode processor = scope(depth + 1, languages);
            state.put("Type", "Map").set("ItemProcessor", processor);
            fields.map(state);
            if (chance.oneIn(3) && goesOn(processor)) {
                distribute(state, processor);
            }
        }
    }

    /** Lets the items run as executions of their own. */
    private void distribute(ObjectNode state, ObjectNode processor) {
        processor.putObject("ProcessorConfig").put("Mode", "DISTRIBUTED").put("ExecutionType", "STANDARD");
        if (!chance.oneIn(3)) {
            state.put("ToleratedFailurePercentage", 100);
        }
        if (chance.oneIn(3)) {
            state.putObject("ItemBatcher").put("MaxItemsPerBatch", 1 + chance.below(2));
        }
    }

    /** Returns whether no state leads back. Nothing ends an execution of an item that goes round and round without waiting. */
    private static boolean goesOn(JsonNode scope) {
        return scope.path("States").propertyStream().allMatch(state -> {
            List<JsonNode> inner = new ArrayList<>(List.of(state.getValue().path("ItemProcessor")));
            state.getValue().path("Branches").forEach(inner::add);
            return Reached.targets(state.getValue()).stream()
                            .allMatch(target -> number(target) > number(state.getKey()))
                    && inner.stream().allMatch(RandomDefinition::goesOn);
        });
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private void follow(ObjectNode state, List<String> names, int index) {
        if (index == names.size() - 1 || chance.oneIn(15)) {
            state.put("End", true);
        } else {
            state.put("Next", chance.oneIn(8) ? target(names, index) : names.get(index + 1));
        }
    }

    /** Mostly a state that comes later; going back makes loops. */
    private String target(List<String> names, int index) {
        int later = names.size() - index - 1;
        return later == 0 || chance.oneIn(10)
                ? names.get(chance.below(names.size()))
                : names.get(index + 1 + chance.below(later));
    }

    private void choice(ObjectNode state, RandomFields fields, List<String> names, int index) {
        ArrayNode rules = state.put("Type", "Choice").putArray("Choices");
        for (int i = 1 + chance.below(3); i > 0; i--) {
            rules.add(fields.rule().put("Next", target(names, index)));
        }
        if (!chance.oneIn(5)) {
            state.put("Default", names.get(index + 1));
        }
        fields.choice(state);
    }
}
