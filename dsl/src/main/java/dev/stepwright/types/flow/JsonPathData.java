package dev.stepwright.types.flow;

import dev.stepwright.asl.CatchRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.View;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Insertion;
import dev.stepwright.types.lattice.Literals;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The fields of a JSONPath state: InputPath, Parameters, ResultSelector, ResultPath, OutputPath, Assign. */
final class JsonPathData implements StateData {
    private final Visit visit;
    private final State state;
    private final Reads reads;
    private final Templates templates;
    private final Frame frame;

    JsonPathData(Visit visit) {
        this.visit = visit;
        this.state = visit.node().state();
        this.reads = new Reads(visit.node(), visit.recorder(), false);
        this.templates = new Templates(visit.expressions(), reads);
        this.frame = effective();
    }

    /** The frame of the fields that read the input after InputPath. */
    private Frame effective() {
        Entry entry = visit.entry();
        Frame raw = new Frame(entry.input(), entry.variables(), entry.context(), Entry::input);
        Optional<JsonNode> inputPath = state.field("InputPath");
        if (inputPath.isEmpty()) {
            return raw;
        }
        Value input = path("InputPath", raw, Need.VALUE);
        return new Frame(input, entry.variables(), entry.context(), each -> inputOf(each, inputPath.get()));
    }

    /** What {@code InputPath} makes of one entry, without reporting anything. */
    private Value inputOf(Entry entry, JsonNode inputPath) {
        if (inputPath.isNull()) {
            return Value.EMPTY_OBJECT;
        }
        Frame raw = new Frame(entry.input(), entry.variables(), entry.context(), null);
        return visit.expressions()
                .path(inputPath.asString(""))
                .map(path -> Walk.of(path, raw).value())
                .orElse(Value.ANY);
    }

    /** Reads the path in a field; null stands for an empty object. */
    private Value path(String field, Frame from, Need need) {
        return path(state, field, from, need);
    }

    private Value path(View holder, String field, Frame from, Need need) {
        JsonNode text = holder.json().path(field);
        if (text.isNull()) {
            return Value.EMPTY_OBJECT;
        }
        JsonPointer pointer = holder.at(field);
        Value value = visit.expressions()
                .path(text.asString(""))
                .map(path -> reads.read(path, from, pointer, need, true))
                .orElse(Value.ANY);
        reads.mismatch(value, need, pointer, field + " " + text.asString(""));
        return value;
    }

    private Value template(String field, Frame from) {
        return templates.value(state.json().path(field), from, state.at(field));
    }

    @Override
    public Value arguments() {
        template("Credentials", frame);
        return state.field("Parameters").isPresent() ? template("Parameters", frame) : frame.input();
    }

    @Override
    public Value passed() {
        return state.field("Result").map(Literals::value).orElseGet(this::arguments);
    }

    @Override
    public Value items() {
        if (state.field("ItemReader").isPresent()) {
            readReader();
            return Value.ANY;
        }
        if (state.field("ItemsPath").isEmpty()) {
            return frame.input();
        }
        return arrayAt("ItemsPath");
    }

    /** An object will do as well: its fields are the items then. */
    private Value arrayAt(String field) {
        Value items = path(field, frame, Need.VALUE);
        visit.recorder().use(visit.node(), items, Need.ARRAY, false);
        if (items.fields() == null) {
            String what = field + " " + state.json().path(field).asString("");
            reads.mismatch(items, Need.ARRAY, state.at(field), what);
        }
        return items;
    }

    private void readReader() {
        JsonPointer at = state.at("ItemReader").appendProperty("Parameters");
        templates.value(state.json().path("ItemReader").path("Parameters"), frame, at);
        JsonPointer writer = state.at("ResultWriter").appendProperty("Parameters");
        templates.value(state.json().path("ResultWriter").path("Parameters"), frame, writer);
    }

    @Override
    public Value itemInput(Value item, Value context) {
        for (String field : List.of("ItemSelector", "Parameters")) {
            if (state.field(field).isPresent()) {
                return template(field, frame.withContext(context));
            }
        }
        return item;
    }

    @Override
    public Value batchInput() {
        JsonPointer at = state.at("ItemBatcher").appendProperty("BatchInput");
        return templates.value(state.json().path("ItemBatcher").path("BatchInput"), frame, at);
    }

    @Override
    public void times() {
        for (String field :
                List.of("TimeoutSecondsPath", "HeartbeatSecondsPath", "SecondsPath", "MaxConcurrencyPath")) {
            number(field, Need.INTEGER);
        }
        number("ToleratedFailureCountPath", Need.INTEGER);
        number("ToleratedFailurePercentagePath", Need.NUMBER);
        number("TimestampPath", Need.TIMESTAMP);
    }

    private void number(String field, Need need) {
        if (state.text(field).isPresent()) {
            path(field, frame, need);
        }
    }

    @Override
    public void leave(Value result) {
        Frame ofResult = frame.withInput(result);
        boolean selects = state.field("ResultSelector").isPresent() && !(state instanceof PassState);
        Value selected = selects ? template("ResultSelector", ofResult) : result;
        Variables variables = assigned(state, ofResult);
        visit.leave(output(placed(state, selected)), variables);
    }

    /** The result in its place in the input of the state, before InputPath. */
    private Value placed(View holder, Value result) {
        Value raw = visit.entry().input();
        JsonNode resultPath = holder.json().path("ResultPath");
        if (resultPath.isMissingNode()) {
            return result;
        }
        if (resultPath.isNull()) {
            return raw;
        }
        return visit.expressions()
                .path(resultPath.asString(""))
                .map(path -> {
                    if (!path.steps().isEmpty() && Insertion.isImpossible(raw)) {
                        reads.mismatch(
                                raw,
                                Need.OBJECT,
                                holder.at("ResultPath"),
                                "the input that ResultPath " + path.text() + " writes into");
                    }
                    return Insertion.of(raw, path.steps(), result);
                })
                .orElse(Value.ANY);
    }

    private Value output(Value combined) {
        return state.field("OutputPath").isPresent()
                ? path("OutputPath", frame.withInput(combined), Need.VALUE)
                : combined;
    }

    private Variables assigned(View holder, Frame from) {
        return holder.field("Assign")
                .filter(JsonNode::isObject)
                .map(assign ->
                        templates.value(assign, from, holder.at("Assign")).fields())
                .map(fields -> from.variables().with(values(fields)))
                .orElse(from.variables());
    }

    private static Map<String, Value> values(Fields fields) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, Field> field : fields.named().entrySet()) {
            values.put(field.getKey(), field.getValue().value());
        }
        return values;
    }

    @Override
    public void leaveByCatch() {
        List<CatchRule> rules = state.catchRules();
        for (int i = 0; i < rules.size(); i++) {
            CatchRule rule = rules.get(i);
            Variables variables = assigned(rule, frame.withInput(Outside.ERROR));
            visit.go("Catch[" + i + "]", rule.next(), placed(rule, Outside.ERROR), variables);
        }
    }

    @Override
    public void leaveUnchanged() {
        visit.leave(outputOfInput(frame), assigned(state, frame));
    }

    @Override
    public void choose(ChoiceState choice) {
        new JsonPathChoice(visit, frame).choose(choice, this);
    }

    /** Hands on what a rule lets through. */
    void letThrough(String label, View holder, Frame refined) {
        visit.go(
                label,
                holder.text(holder == state ? "Default" : "Next"),
                outputOfInput(refined),
                assigned(holder, refined));
    }

    /** Choice, Wait and Succeed have no result: their output is their input, with both paths applied. */
    private Value outputOfInput(Frame from) {
        return state.field("OutputPath").isPresent() ? path("OutputPath", from, Need.VALUE) : from.input();
    }

    @Override
    public void succeed() {
        visit.end(outputOfInput(frame));
    }

    @Override
    public void fail() {
        for (String field : List.of("ErrorPath", "CausePath")) {
            JsonNode text = state.json().path(field);
            if (text.isString()) {
                Value value = templates.text(text, frame, state.at(field), Need.STRING);
                reads.mismatch(value, Need.STRING, state.at(field), field + " " + text.stringValue());
            }
        }
    }
}
