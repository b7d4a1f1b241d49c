package dev.stepwright.types.flow;

import dev.stepwright.asl.CatchRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.View;
import dev.stepwright.json.Trail;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.jsonpath.Frame;
import dev.stepwright.types.lattice.Documented;
import dev.stepwright.types.lattice.Literals;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.service.ParameterNeeds;
import java.util.List;

/** The fields of a JSONPath state: InputPath, Parameters, ResultSelector, ResultPath, OutputPath, Assign. */
final class JsonPathData implements StateData {
    private static final List<String> COUNTS = List.of(
            "TimeoutSecondsPath",
            "HeartbeatSecondsPath",
            "SecondsPath",
            "MaxConcurrencyPath",
            "ToleratedFailureCountPath",
            "ItemReader/ReaderConfig/MaxItemsPath",
            "ItemBatcher/MaxItemsPerBatchPath",
            "ItemBatcher/MaxInputBytesPerBatchPath");

    private final Visit visit;
    private final State state;
    private final JsonPathFields fields;
    private final Frame frame;

    JsonPathData(Visit visit) {
        this.visit = visit;
        this.state = visit.node().state();
        this.fields = new JsonPathFields(visit);
        this.frame = fields.effective();
    }

    private boolean has(String field) {
        return state.field(field).isPresent();
    }

    @Override
    public Value arguments() {
        fields.template("Credentials", frame);
        return has("Parameters")
                ? fields.template("Parameters", ParameterNeeds.of(state.json()), frame)
                : frame.input();
    }

    @Override
    public Value passed() {
        return state.field("Result").map(Literals::value).orElseGet(this::arguments);
    }

    @Override
    public Value items(boolean takesObjects) {
        for (String field : List.of("ItemReader", "ResultWriter")) {
            fields.template(
                    field + "/Parameters", ParameterNeeds.of(state.json().path(field)), frame);
        }
        if (has("ItemReader")) {
            return Value.ANY;
        }
        Value items = has("ItemsPath") ? fields.path("ItemsPath", frame, Need.VALUE) : frame.input();
        if (takesObjects && Documented.canBeObject(items)) {
            return items;
        }
        visit.recorder().use(visit.node(), items, Need.ARRAY, false);
        if (items.fields() == null && has("ItemsPath")) {
            fields.mismatch(
                    items,
                    Need.ARRAY,
                    Trail.at(state.pointer()).member("ItemsPath"),
                    state.json().path("ItemsPath"));
        }
        return items;
    }

    @Override
    public Value itemInput(Value item, Value context) {
        for (String field : List.of("ItemSelector", "Parameters")) {
            if (has(field)) {
                return fields.template(field, frame.withContext(context));
            }
        }
        return item;
    }

    @Override
    public Value batchInput() {
        return fields.template("ItemBatcher/BatchInput", frame);
    }

    /** Whether the times of a Task are read before or after {@code InputPath} is not documented. */
    @Override
    public void times() {
        if (state instanceof TaskState && has("InputPath")) {
            return;
        }
        COUNTS.forEach(field -> fields.number(field, frame, Need.COUNT));
        fields.number("ToleratedFailurePercentagePath", frame, Need.VALUE);
        fields.number("TimestampPath", frame, Need.TIMESTAMP);
    }

    @Override
    public void leave(Value result) {
        Frame ofResult = frame.withInput(result);
        boolean selects = has("ResultSelector") && !(state instanceof PassState);
        Value selected = selects ? fields.template("ResultSelector", ofResult) : result;
        Variables variables = fields.assigned(state, ofResult);
        visit.leave(output(frame.withInput(fields.placed(state, selected))), variables);
    }

    private Value output(Frame from) {
        return has("OutputPath") ? fields.path("OutputPath", from, Need.VALUE) : from.input();
    }

    @Override
    public void leaveByCatch() {
        List<CatchRule> rules = state.catchRules();
        for (int i = 0; i < rules.size(); i++) {
            CatchRule rule = rules.get(i);
            Variables variables = fields.assigned(rule, frame.withInput(Outside.ERROR));
            visit.go("Catch[" + i + "]", rule.next(), fields.placed(rule, Outside.ERROR), variables);
        }
    }

    @Override
    public void leaveUnchanged() {
        visit.leave(output(frame), fields.assigned(state, frame));
    }

    @Override
    public void choose(ChoiceState choice) {
        new JsonPathChoice(visit, frame).choose(choice, this);
    }

    /** Hands on what a rule of a Choice, or its Default, lets through. */
    void letThrough(String label, View holder, Frame refined) {
        String target = holder == state ? "Default" : "Next";
        visit.go(label, holder.text(target), output(refined), fields.assigned(holder, refined));
    }

    @Override
    public void succeed() {
        visit.end(output(frame));
    }

    @Override
    public void fail() {
        fields.text("ErrorPath", frame, Need.STRING);
        fields.text("CausePath", frame, Need.STRING);
    }
}
