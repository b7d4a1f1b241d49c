package dev.stepwright.conversion;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.UnknownState;
import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.JsonataText;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Turns one state into JSONata, without the machines inside it. ASL: Input and Output Processing. */
final class StateConversion {
    static final Tree INPUT = new Tree.Selection(Origin.Place.INPUT, List.of());
    private static final Tree RESULT = new Tree.Selection(Origin.Place.RESULT, List.of());
    private static final Tree ERROR = new Tree.Selection(Origin.Place.ERROR_OUTPUT, List.of());

    private static final Set<String> OF_PATHS = Set.of(
            "States.IntrinsicFailure",
            "States.ParameterPathFailure",
            "States.ReferencePathConflict",
            "States.ResultPathMatchFailure");
    private static final String OF_EXPRESSIONS = "States.QueryEvaluationError";

    private final State state;
    private final JsonNode json;
    private final Consumer<String> doubts;
    private final PathTrees paths;
    private final TemplateTrees templates;
    private final Map<String, JsonNode> made = new LinkedHashMap<>();

    private StateConversion(State state, Consumer<String> doubts) {
        this.state = state;
        this.json = state.json();
        this.doubts = doubts;
        this.paths = new PathTrees(doubts);
        this.templates = new TemplateTrees(paths, doubts);
    }

    /**
     * Returns the state in JSONata.
     *
     * @param doubts takes what JSONata does otherwise with unusual data
     * @throws Unconvertible if JSONata has nothing that does the same
     */
    static ObjectNode of(State state, Consumer<String> doubts) {
        return new StateConversion(state, doubts).converted();
    }

    private ObjectNode converted() {
        if (state instanceof UnknownState) {
            throw new Unconvertible("its Type is unknown");
        }
        Tree input = at("InputPath", INPUT);
        if (state instanceof PassState) {
            pass(input);
        } else if (state instanceof TaskState || state instanceof ParallelState || state instanceof MapState) {
            work(input);
        } else if (state instanceof ChoiceState) {
            choice(input);
        } else if (state instanceof FailState) {
            text("Error");
            text("Cause");
        } else {
            value("SecondsPath", "Seconds", input, json);
            value("TimestampPath", "Timestamp", input, json);
            assign(json, input, made);
            output(at("OutputPath", input), INPUT);
        }
        return JsonPathFields.replaced(json, made, this::renamed);
    }

    private String renamed(String field) {
        return switch (field) {
            case "Parameters" ->
                state instanceof MapState ? "ItemSelector" : state instanceof PassState ? "Output" : "Arguments";
            case "InputPath" ->
                state instanceof MapState ? "Items" : made.containsKey("Arguments") ? "Arguments" : "Output";
            case "ItemsPath" -> "Items";
            case "Iterator" -> "ItemProcessor";
            case "Result", "ResultSelector", "ResultPath", "OutputPath" -> "Output";
            default -> JsonPathFields.withoutPath(field);
        };
    }

    private void pass(Tree input) {
        Tree result = input;
        JsonNode template = null;
        if (json.has("Result")) {
            result = TemplateTrees.literal(json.get("Result"));
            template = TemplateTrees.constant(json.get("Result"));
        } else if (json.has("Parameters")) {
            result = templates.tree(json.get("Parameters"), input);
            template = templates.json(json.get("Parameters"), input);
        }
        assign(json, result, made);
        result(result, template, INPUT);
    }

    private void work(Tree input) {
        if (state instanceof MapState) {
            map(input);
        } else if (json.has("Parameters")) {
            made.put("Arguments", templates.json(json.get("Parameters"), input));
        } else if (!input.equals(INPUT)) {
            made.put("Arguments", JsonataText.template(input));
        }
        value("TimeoutSecondsPath", "TimeoutSeconds", input, json);
        value("HeartbeatSecondsPath", "HeartbeatSeconds", input, json);
        template("Credentials", "Credentials", input, json, made);
        boolean selects = json.has("ResultSelector");
        Tree result = selects ? templates.tree(json.get("ResultSelector"), RESULT) : RESULT;
        assign(json, RESULT, made);
        result(result, selects ? templates.json(json.get("ResultSelector"), RESULT) : null, RESULT);
        each("Retry", rule -> handler(rule, false));
        each("Catch", rule -> handler(rule, true));
    }

    private void map(Tree input) {
        if (json.has("ItemReader") && json.has("ItemsPath")) {
            throw new Unconvertible(
                    "it has an ItemReader and an ItemsPath; remove the ItemsPath, or use ItemsPointer of the ReaderConfig");
        }
        Tree items = at("ItemsPath", input);
        if (!items.equals(INPUT) && !json.has("ItemReader")) {
            made.put("Items", JsonataText.template(items));
        }
        template(json.has("ItemSelector") ? "ItemSelector" : "Parameters", "ItemSelector", input, json, made);
        for (String field : List.of("MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage")) {
            value(field + "Path", field, input, json);
        }
        part("ItemReader", input);
        part("ItemBatcher", input);
        part("ResultWriter", input);
    }

    /** A part of a distributed Map: its parameters, its paths, and those of its configuration. */
    private void part(String field, Tree input) {
        if (json.path(field).isObject()) {
            made.put(field, part(json.get(field), input));
        }
    }

    private JsonNode part(JsonNode part, Tree input) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        part.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            switch (name) {
                case "Parameters" -> out.set("Arguments", templates.json(value, input));
                case "BatchInput" -> out.set(name, templates.json(value, input));
                case "ReaderConfig" -> out.set(name, part(value, input));
                default -> {
                    String plain = JsonPathFields.withoutPath(name);
                    out.set(plain, plain.equals(name) ? value : path(value, input));
                }
            }
        });
        return out;
    }

    private void choice(Tree input) {
        Tree output = at("OutputPath", input);
        RuleTrees rules = new RuleTrees(paths, input, doubts);
        each("Choices", rule -> rule(rule, rules, input, output));
        assign(json, input, made);
        output(output, INPUT);
    }

    /** The output and the variables of a rule take the place of those of its state. */
    private JsonNode rule(JsonNode rule, RuleTrees rules, Tree input, Tree output) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        if (rule.has("Comment")) {
            fields.put("Comment", rule.get("Comment"));
        }
        fields.put("Condition", JsonataText.expression(rules.of(rule)));
        assign(rule, input, fields);
        if (!output.equals(INPUT)) {
            fields.put("Output", JsonataText.template(output));
        }
        if (rule.has("Next")) {
            fields.put("Next", rule.get("Next"));
        }
        rule.properties().stream()
                .filter(member -> Set.of("And", "Or", "Not").contains(member.getKey()))
                .filter(member -> !member.getValue().findValues("Comment").isEmpty())
                .forEach(member -> doubts.accept("comments inside the condition are lost"));
        return JsonNodeFactory.instance.objectNode().setAll(fields);
    }

    private void each(String field, UnaryOperator<JsonNode> conversion) {
        if (json.path(field).isArray()) {
            ArrayNode rules = JsonNodeFactory.instance.arrayNode();
            json.get(field).forEach(rule -> rules.add(rule.isObject() ? conversion.apply(rule) : rule));
            made.put(field, rules);
        }
    }

    private ObjectNode handler(JsonNode rule, boolean isCatch) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        if (rule.path("ErrorEquals").isArray()) {
            fields.put("ErrorEquals", errors(rule.get("ErrorEquals")));
        }
        if (isCatch) {
            assign(rule, ERROR, fields);
            Tree output = placed(rule, ERROR);
            if (!output.equals(ERROR)) {
                fields.put("Output", JsonataText.template(output));
            }
        }
        return JsonPathFields.replaced(rule, fields, name -> name.equals("ResultPath") ? "Output" : name);
    }

    private ArrayNode errors(JsonNode names) {
        Set<JsonNode> now = new LinkedHashSet<>();
        names.forEach(name -> {
            boolean isOfPaths = OF_PATHS.contains(name.asString(""));
            if (isOfPaths) {
                doubts.accept("the error " + name.asString("") + " is now " + OF_EXPRESSIONS
                        + ", which every expression that fails raises");
            }
            now.add(isOfPaths ? StringNode.valueOf(OF_EXPRESSIONS) : name);
        });
        return JsonNodeFactory.instance.arrayNode().addAll(now);
    }

    /** Puts the result in its place; {@code template} is the same as {@code result}, in JSON. */
    private void result(Tree result, @Nullable JsonNode template, Tree plain) {
        Tree placed = placed(json, result);
        Tree output = at("OutputPath", placed);
        if (template != null && output.equals(result)) {
            made.put("Output", template);
        } else {
            output(output, plain);
        }
    }

    /** @param plain what the output is without the field */
    private void output(Tree output, Tree plain) {
        if (!output.equals(plain)) {
            made.put("Output", JsonataText.template(output));
        }
    }

    private static Tree placed(JsonNode holder, Tree result) {
        JsonNode path = holder.path("ResultPath");
        if (path.isMissingNode() || path.asString("").equals("$")) {
            return result;
        }
        if (path.isNull()) {
            return INPUT;
        }
        Tree place = new PathTrees(doubt -> {}).of(path.asString(""), INPUT);
        try {
            return Composition.merge(place, result);
        } catch (IllegalArgumentException e) {
            throw new Unconvertible(
                    "JSONata cannot replace one element of an array, as the ResultPath " + path.asString("") + " does");
        }
    }

    /** Returns what a path of the state leads to; nothing at all for null. */
    private Tree at(String field, Tree from) {
        JsonNode path = json.path(field);
        if (path.isMissingNode()) {
            return from;
        }
        return path.isNull()
                ? TemplateTrees.literal(JsonNodeFactory.instance.objectNode())
                : paths.of(path.asString(""), from);
    }

    private void assign(JsonNode holder, Tree root, Map<String, JsonNode> fields) {
        template("Assign", "Assign", root, holder, fields);
    }

    private void template(String field, String name, Tree root, JsonNode holder, Map<String, JsonNode> fields) {
        if (holder.has(field)) {
            fields.put(name, templates.json(holder.get(field), root));
        }
    }

    private void value(String field, String name, Tree root, JsonNode holder) {
        if (holder.has(field)) {
            made.put(name, path(holder.get(field), root));
        }
    }

    private JsonNode path(JsonNode path, Tree root) {
        return JsonataText.expression(paths.of(path.asString(""), root));
    }

    private void text(String field) {
        if (json.has(field)) {
            made.put(field, TemplateTrees.constant(json.get(field)));
        }
        if (json.has(field + "Path")) {
            made.put(
                    field,
                    JsonataText.template(templates.tree(json.get(field + "Path").asString(""), INPUT)));
        }
    }
}
