package dev.stepwright.types.flow;

import dev.stepwright.asl.CatchRule;
import dev.stepwright.asl.ChoiceRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.View;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.Trail;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.lattice.Documented;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.service.ParameterNeeds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The fields of a JSONata state: Arguments, Output, Assign and all others that take an expression. */
final class JsonataData implements StateData {
    /** The fields that hold numbers or times, with what each needs to be. */
    private static final List<Map.Entry<String, Need>> TIMES = List.of(
            Map.entry("TimeoutSeconds", Need.COUNT),
            Map.entry("HeartbeatSeconds", Need.COUNT),
            Map.entry("Seconds", Need.COUNT),
            Map.entry("Timestamp", Need.TIMESTAMP),
            Map.entry("MaxConcurrency", Need.COUNT),
            Map.entry("ToleratedFailureCount", Need.COUNT),
            Map.entry("ToleratedFailurePercentage", Need.VALUE));

    private final Visit visit;
    private final State state;
    private final JsonataTemplates templates;
    private final StatesVariable states;

    JsonataData(Visit visit) {
        this.visit = visit;
        this.state = visit.node().state();
        this.templates = new JsonataTemplates(visit);
        this.states = StatesVariable.ofInput(visit.entry());
    }

    private Value template(JsonNode template, StatesVariable from, Trail trail) {
        return templates.value(template, from, trail);
    }

    private static Trail at(View holder, String field) {
        return Trail.at(holder.pointer()).member(field);
    }

    private Value field(String field, Value otherwise) {
        return state.field(field)
                .map(template -> template(template, states, at(state, field)))
                .orElse(otherwise);
    }

    @Override
    public Value arguments() {
        template(state.json().path("Credentials"), states, at(state, "Credentials"));
        return state.field("Arguments")
                .map(template ->
                        templates.value(template, ParameterNeeds.of(state.json()), states, at(state, "Arguments")))
                .orElseGet(() -> visit.entry().input());
    }

    @Override
    public Value passed() {
        return visit.entry().input();
    }

    @Override
    public Value items(boolean takesObjects) {
        for (String field : List.of("ItemReader", "ResultWriter")) {
            Trail trail = at(state, field).member("Arguments");
            JsonNode call = state.json().path(field);
            templates.value(call.path("Arguments"), ParameterNeeds.of(call), states, trail);
        }
        if (state.field("ItemReader").isPresent()) {
            return Value.ANY;
        }
        Value items = field("Items", visit.entry().input());
        if (takesObjects && Documented.canBeObject(items)) {
            return items;
        }
        visit.recorder().use(visit.node(), items, Need.ARRAY, false);
        if (items.fields() == null && state.field("Items").isPresent()) {
            templates.mismatch(items, Need.ARRAY, at(state, "Items"), "Items");
        }
        return items;
    }

    @Override
    public Value itemInput(Value item, Value context) {
        return state.field("ItemSelector")
                .map(template -> template(template, states.withContext(context), at(state, "ItemSelector")))
                .orElse(item);
    }

    @Override
    public Value batchInput() {
        Trail trail = at(state, "ItemBatcher").member("BatchInput");
        return template(state.json().path("ItemBatcher").path("BatchInput"), states, trail);
    }

    @Override
    public void times() {
        TIMES.forEach(field -> expression(state, field.getKey(), field.getValue(), states));
    }

    /** Looks at a field that is an expression or else needs no look. */
    private void expression(View holder, String field, Need need, StatesVariable from) {
        holder.field(field).filter(JsonataMarks::surround).ifPresent(text -> {
            Value value = template(text, from, at(holder, field));
            visit.recorder().use(visit.node(), value, need, false);
            templates.mismatch(value, need, at(holder, field), field);
        });
    }

    @Override
    public void leave(Value result) {
        boolean works = !state.subMachines().isEmpty() || state instanceof TaskState;
        StatesVariable after = works ? states.with("result", result) : states;
        visit.leave(output(state, after, result), assigned(state, after));
    }

    private Value output(View holder, StatesVariable from, Value otherwise) {
        return holder.field("Output")
                .map(template -> template(template, from, at(holder, "Output")))
                .orElse(otherwise);
    }

    private Variables assigned(View holder, StatesVariable from) {
        Variables before = from.entry().variables();
        return holder.field("Assign")
                .filter(JsonNode::isObject)
                .map(assign -> template(assign, from, at(holder, "Assign")))
                .map(before::withFields)
                .orElse(before);
    }

    @Override
    public void leaveByCatch() {
        List<CatchRule> rules = state.catchRules();
        for (int i = 0; i < rules.size(); i++) {
            CatchRule rule = rules.get(i);
            StatesVariable failed = states.with("errorOutput", Outside.ERROR);
            visit.go("Catch[" + i + "]", rule.next(), output(rule, failed, Outside.ERROR), assigned(rule, failed));
        }
    }

    @Override
    public void leaveUnchanged() {
        leave(visit.entry().input());
    }

    @Override
    public void choose(ChoiceState choice) {
        List<ChoiceRule> rules = choice.choices();
        Entry left = visit.entry();
        for (int i = 0; i < rules.size(); i++) {
            ChoiceRule rule = rules.get(i);
            Entry before = left;
            expression(rule, "Condition", Need.BOOLEAN, states.asOf(before));
            Optional<Syntax> condition = templates.expression(rule.json().path("Condition"));
            letThrough("Choices[" + i + "]", rule, after(condition, true, before));
            left = after(condition, false, before);
        }
        if (choice.defaultTarget().isPresent()) {
            letThrough("Default", state, left);
        }
    }

    private Entry after(Optional<Syntax> condition, boolean outcome, Entry entry) {
        Entry refined = condition
                .map(syntax -> JsonataProofs.apply(syntax, outcome, entry))
                .orElse(entry);
        return visit.agrees() ? refined.pickedOut() : refined;
    }

    private void letThrough(String label, View holder, Entry refined) {
        StatesVariable seen = states.asOf(refined);
        Value output = output(holder, seen, refined.input());
        visit.go(label, holder.text(holder == state ? "Default" : "Next"), output, assigned(holder, seen));
    }

    @Override
    public void succeed() {
        visit.end(output(state, states, visit.entry().input()));
    }

    @Override
    public void fail() {
        expression(state, "Error", Need.STRING, states);
        expression(state, "Cause", Need.STRING, states);
    }
}
