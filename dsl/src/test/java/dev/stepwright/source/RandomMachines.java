package dev.stepwright.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Machines made by chance, over all states and all fields of both languages: whole in that every transition leads to a state and
 * every state is reached, but with fields, values and names as no person would choose them.
 */
public final class RandomMachines {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ODD = List.of(
            "class",
            "a\"b",
            "back\\slash",
            "new\nline",
            "tab\t",
            "\u00fcber",
            "\u65e5\u672c",
            "\ud83d\ude80",
            "*/",
            "\"\"\"",
            "${X}",
            "1st",
            "a.b",
            "$",
            "/x/~",
            "end",
            "{% no %}",
            "x'y",
            "\\u0041",
            " blank ",
            "int",
            "proceed");
    private static final List<String> ERRORS = List.of("States.ALL", "States.Timeout", "My.Error", "class", "a\"b");

    private final Random random;
    private final boolean jsonata;
    private int names;

    private RandomMachines(Random random, boolean jsonata) {
        this.random = random;
        this.jsonata = jsonata;
    }

    /** Returns the machine of a seed. */
    public static ObjectNode machine(long seed) {
        Random random = new Random(seed);
        boolean jsonata = random.nextBoolean();
        RandomMachines machines = new RandomMachines(random, jsonata);
        ObjectNode machine = JSON.objectNode();
        if (jsonata) {
            machine.put("QueryLanguage", "JSONata");
        } else if (machines.chance(4)) {
            machine.put("QueryLanguage", "JSONPath");
        }
        machines.maybe(machine, "Comment", JSON.stringNode(machines.odd()));
        machines.maybe(machine, "TimeoutSeconds", JSON.numberNode(1 + random.nextInt(100_000)));
        machines.maybe(machine, "Version", JSON.stringNode("1.0"));
        machines.maybe(machine, "x-" + machines.odd(), machines.value(2));
        machines.scope(machine, 2);
        return machine;
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String odd() {
        return pick(ODD);
    }

    private void maybe(ObjectNode node, String field, JsonNode value) {
        if (chance(3)) {
            node.set(field, value);
        }
    }

    /** Every state is reached by the one before it; all other transitions lead anywhere. */
    private void scope(ObjectNode machine, int depth) {
        int size = 1 + random.nextInt(depth == 2 ? 9 : 3);
        List<String> states = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            states.add((chance(3) ? odd() : "State") + " " + ++names);
        }
        machine.put("StartAt", states.get(0));
        List<String> order = new ArrayList<>(states);
        if (chance(2)) {
            java.util.Collections.shuffle(order, random);
        }
        ObjectNode made = JSON.objectNode();
        for (int i = 0; i < size; i++) {
            made.set(states.get(i), state(states, i, depth));
        }
        ObjectNode all = machine.putObject("States");
        order.forEach(name -> all.set(name, made.get(name)));
    }

    private ObjectNode state(List<String> states, int index, int depth) {
        boolean last = index == states.size() - 1;
        String next = last ? pick(states) : states.get(index + 1);
        ObjectNode state = JSON.objectNode();
        int kind = random.nextInt(depth > 0 ? 12 : 9);
        if (last && kind % 3 == 0) {
            end(state);
        } else if (kind == 1 || kind == 2) {
            choice(state, next, states);
        } else {
            work(state, kind, depth, states);
            if (last && !chance(4)) {
                state.put("End", true);
            } else {
                state.put("Next", next);
            }
        }
        maybe(state, "Comment", JSON.stringNode(odd()));
        if (chance(12)) {
            state.set("x-" + odd(), value(2));
        }
        return state;
    }

    private void end(ObjectNode state) {
        if (chance(2)) {
            state.put("Type", "Succeed");
            data(state, "Output", "OutputPath", "InputPath");
        } else {
            state.put("Type", "Fail");
            maybe(state, "Error", JSON.stringNode(odd()));
            maybe(state, jsonata || chance(2) ? "Cause" : "CausePath", text());
        }
    }

    private void choice(ObjectNode state, String next, List<String> states) {
        state.put("Type", "Choice");
        ArrayNode rules = state.putArray("Choices");
        int number = 1 + random.nextInt(3);
        for (int i = 0; i < number; i++) {
            ObjectNode rule = jsonata ? JSON.objectNode().put("Condition", "{% $states.input.a = 1 %}") : condition(2);
            maybe(rule, "Comment", JSON.stringNode(odd()));
            if (chance(5)) {
                assign(rule);
            }
            rules.add(rule.put("Next", i == 0 ? next : pick(states)));
        }
        if (!chance(3)) {
            state.put("Default", pick(states));
        }
        if (chance(4)) {
            assign(state);
        }
        data(state, "Output", "OutputPath", "InputPath");
    }

    private ObjectNode condition(int depth) {
        if (depth > 0 && chance(3)) {
            ObjectNode node = JSON.objectNode();
            if (chance(3)) {
                node.set("Not", condition(depth - 1));
            } else {
                ArrayNode parts = node.putArray(chance(2) ? "And" : "Or");
                for (int i = random.nextInt(3); i >= 0; i--) {
                    parts.add(condition(depth - 1));
                }
            }
            return node;
        }
        ObjectNode node = JSON.objectNode().put("Variable", path());
        return switch (random.nextInt(8)) {
            case 0 -> node.put("StringEquals", odd());
            case 1 -> node.put("NumericGreaterThan", random.nextInt(100));
            case 2 -> node.put("NumericLessThanEquals", 1.5);
            case 3 -> node.put("BooleanEquals", chance(2));
            case 4 -> node.put("IsPresent", chance(2));
            case 5 -> node.put("StringMatches", "log-*.txt");
            case 6 -> node.put("TimestampLessThan", "2016-08-18T17:33:00Z");
            default -> node.put("StringLessThanPath", path());
        };
    }

    private void work(ObjectNode state, int kind, int depth, List<String> states) {
        switch (kind) {
            case 3, 4 -> pass(state);
            case 5 -> {
                state.put("Type", "Wait");
                waiting(state);
                assignOrNot(state);
                data(state, "Output", "OutputPath", "InputPath");
            }
            case 9 -> {
                state.put("Type", "Parallel");
                ArrayNode branches = state.putArray("Branches");
                for (int i = random.nextInt(8); i >= 0; i--) {
                    ObjectNode branch = branches.addObject();
                    maybe(branch, "Comment", JSON.stringNode(odd()));
                    scope(branch, depth - 1);
                }
                action(state, states);
            }
            case 10, 11 -> {
                map(state, depth, kind == 11);
                action(state, states);
            }
            default -> {
                state.put("Type", "Task");
                state.put(
                        "Resource",
                        pick(List.of(
                                "${Function}",
                                "arn:aws:states:::sns:publish",
                                "arn:aws:states:::lambda:invoke.waitForTaskToken")));
                maybe(state, "TimeoutSeconds", JSON.numberNode(100 + random.nextInt(500)));
                maybe(state, "HeartbeatSeconds", jsonata ? text() : JSON.numberNode(1 + random.nextInt(90)));
                if (chance(8)) {
                    ObjectNode credentials = state.putObject("Credentials");
                    credentials.put("RoleArn", "arn:aws:iam::111122223333:role/R");
                    if (chance(2)) {
                        credentials.removeAll();
                        credentials.set(jsonata ? "RoleArn" : "RoleArn.$", text());
                    }
                }
                action(state, states);
            }
        }
    }

    private void pass(ObjectNode state) {
        state.put("Type", "Pass");
        if (!jsonata) {
            maybe(state, chance(2) ? "Result" : "Parameters", template());
            maybe(state, "ResultPath", resultPath());
        }
        assignOrNot(state);
        data(state, "Output", "OutputPath", "InputPath");
    }

    private void waiting(ObjectNode state) {
        switch (random.nextInt(3)) {
            case 0 -> state.put("Seconds", random.nextInt(100_000));
            case 1 -> state.put("Timestamp", "2026-01-01T00:00:00Z");
            default -> {
                if (jsonata) {
                    state.put("Seconds", "{% $states.input.n %}");
                } else {
                    state.put(chance(2) ? "SecondsPath" : "TimestampPath", path());
                }
            }
        }
    }

    private void map(ObjectNode state, int depth, boolean distributed) {
        state.put("Type", "Map");
        ObjectNode processor = state.putObject(!distributed && chance(4) ? "Iterator" : "ItemProcessor");
        if (distributed) {
            processor
                    .putObject("ProcessorConfig")
                    .put("Mode", "DISTRIBUTED")
                    .put("ExecutionType", chance(2) ? "EXPRESS" : "STANDARD");
            state.put("Label", "Label" + names);
            distribution(state);
        } else if (chance(3)) {
            processor.putObject("ProcessorConfig").put("Mode", "INLINE");
        }
        scope(processor, depth - 1);
        maybe(state, "MaxConcurrency", JSON.numberNode(random.nextInt(10)));
        maybe(
                state,
                jsonata ? "Items" : "ItemsPath",
                jsonata ? JSON.stringNode("{% $states.input.list %}") : JSON.stringNode(path()));
        maybe(state, "ItemSelector", template());
    }

    /** Some of it is as no call writes it. */
    private void distribution(ObjectNode state) {
        maybe(state, "ToleratedFailurePercentage", JSON.numberNode(chance(4) ? 101 : 5.5));
        maybe(state, "ToleratedFailureCount", JSON.numberNode(random.nextInt(9)));
        ObjectNode batcher = JSON.objectNode();
        maybe(batcher, "MaxItemsPerBatch", JSON.numberNode(random.nextInt(20)));
        maybe(batcher, jsonata ? "MaxInputBytesPerBatch" : "MaxInputBytesPerBatchPath", text());
        maybe(batcher, "BatchInput", template());
        maybe(state, "ItemBatcher", batcher);
        if (chance(2)) {
            reader(state.putObject("ItemReader"));
        }
        if (chance(3)) {
            ObjectNode writer = state.putObject("ResultWriter");
            if (!chance(3)) {
                writer.put("Resource", "arn:aws:states:::s3:putObject");
                places(writer, "Bucket", "Prefix");
            }
            maybe(
                    writer,
                    "WriterConfig",
                    JSON.objectNode()
                            .put("Transformation", pick(List.of("NONE", "COMPACT", "FLATTEN", "OTHER")))
                            .put("OutputType", chance(2) ? "JSON" : "JSONL"));
        }
    }

    private void reader(ObjectNode reader) {
        boolean lists = chance(2);
        reader.put("Resource", "arn:aws:states:::s3:" + (lists ? "listObjectsV2" : "getObject"));
        places(reader, "Bucket", lists ? "Prefix" : "Key");
        if (chance(4)) {
            return;
        }
        ObjectNode config = reader.putObject("ReaderConfig");
        config.put("InputType", pick(List.of("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST")));
        maybe(config, "CSVHeaderLocation", JSON.stringNode(chance(2) ? "FIRST_ROW" : "GIVEN"));
        maybe(config, "CSVHeaders", JSON.arrayNode().add(odd()).add("id"));
        maybe(config, "CSVDelimiter", JSON.stringNode(chance(2) ? "PIPE" : "|"));
        maybe(config, "ItemsPointer", JSON.stringNode(chance(2) ? "/data/rows" : "rows"));
        maybe(config, "ManifestType", JSON.stringNode(chance(2) ? "ATHENA_DATA" : "S3_INVENTORY"));
        maybe(config, "Transformation", JSON.stringNode("LOAD_AND_FLATTEN"));
        maybe(config, jsonata ? "MaxItems" : "MaxItemsPath", text());
    }

    private void places(ObjectNode holder, String... names) {
        ObjectNode arguments = holder.putObject(jsonata ? "Arguments" : "Parameters");
        for (String name : names) {
            if (chance(2)) {
                arguments.put(name, odd());
            } else if (!chance(6)) {
                arguments.set(jsonata ? name : name + ".$", text());
            }
        }
    }

    private void action(ObjectNode state, List<String> states) {
        if (jsonata) {
            if (!state.path("Type").asString("").equals("Map")) {
                maybe(state, "Arguments", chance(4) ? text() : template());
            }
        } else {
            maybe(state, "Parameters", template());
            maybe(state, "ResultSelector", template());
            maybe(state, "ResultPath", resultPath());
        }
        assignOrNot(state);
        data(state, "Output", "OutputPath", "InputPath");
        if (chance(3)) {
            ArrayNode rules = state.putArray("Retry");
            for (int i = random.nextInt(2); i >= 0; i--) {
                retry(rules.addObject());
            }
        }
        if (chance(3)) {
            ArrayNode rules = state.putArray("Catch");
            for (int i = random.nextInt(2); i >= 0; i--) {
                ObjectNode rule = rules.addObject();
                rule.putArray("ErrorEquals").add(pick(ERRORS));
                maybe(rule, "Comment", JSON.stringNode(odd()));
                maybe(rule, jsonata ? "Output" : "ResultPath", jsonata ? template() : resultPath());
                rule.put("Next", pick(states));
            }
        }
    }

    private void retry(ObjectNode rule) {
        rule.putArray("ErrorEquals").add(pick(ERRORS)).add("Other");
        maybe(rule, "IntervalSeconds", JSON.numberNode(1 + random.nextInt(100)));
        maybe(rule, "MaxAttempts", JSON.numberNode(random.nextInt(5)));
        maybe(rule, "BackoffRate", chance(2) ? JSON.numberNode(2) : JSON.numberNode(1.25));
        maybe(rule, "MaxDelaySeconds", JSON.numberNode(100));
        maybe(rule, "JitterStrategy", JSON.stringNode(chance(2) ? "FULL" : "NONE"));
        maybe(rule, "Comment", JSON.stringNode(odd()));
    }

    private void data(ObjectNode state, String output, String outputPath, String inputPath) {
        if (jsonata) {
            maybe(state, output, chance(2) ? template() : value(2));
        } else {
            maybe(state, outputPath, JSON.stringNode(chance(3) ? "$" : path()));
            maybe(state, inputPath, chance(4) ? JSON.nullNode() : JSON.stringNode(chance(3) ? "$" : path()));
        }
    }

    private void assignOrNot(ObjectNode state) {
        if (chance(5)) {
            assign(state);
        }
    }

    private void assign(ObjectNode holder) {
        ObjectNode assign = holder.putObject("Assign");
        assign.set("plain", value(1));
        if (jsonata) {
            assign.put("read", "{% $states.input %}");
        } else {
            assign.put("read.$", path());
        }
    }

    private JsonNode resultPath() {
        return chance(4)
                ? JSON.nullNode()
                : JSON.stringNode(pick(List.of("$", "$.a", "$.a.b", "$.result", "$['odd name']")));
    }

    private String path() {
        return pick(List.of(
                "$.a",
                "$.a.b",
                "$.list",
                "$.list[0]",
                "$.class",
                "$['odd name']",
                "$$.Execution.Input.a",
                "$.a[?(@.b > 1)]"));
    }

    private JsonNode text() {
        return JSON.stringNode(jsonata ? "{% $states.input.n %}" : path());
    }

    private ObjectNode template() {
        ObjectNode node = JSON.objectNode();
        node.set(odd(), value(2));
        if (jsonata) {
            node.put(
                    "computed",
                    pick(List.of("{% $states.input.a %}", "{%$states.input.a & 'x'%}", "{% \"a\\\\b\" %}")));
        } else {
            node.put("computed.$", pick(List.of("$.a", "States.Format('it\\'s {}', $.a)", "$$.State.Name")));
        }
        return node;
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JSON.numberNode(random.nextInt(1000) - 500);
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.numberNode(new java.math.BigDecimal("1234567890.12345678901234567890"));
            case 3 -> JSON.booleanNode(chance(2));
            case 4 -> JSON.nullNode();
            case 5 -> JSON.stringNode(odd());
            case 6 -> JSON.arrayNode().add(value(depth - 1)).add(odd());
            default -> JSON.objectNode().set(odd(), value(depth - 1));
        };
    }
}
