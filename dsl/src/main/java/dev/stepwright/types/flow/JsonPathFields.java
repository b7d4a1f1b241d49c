package dev.stepwright.types.flow;

import dev.stepwright.asl.State;
import dev.stepwright.asl.View;
import dev.stepwright.json.Trail;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.jsonpath.Frame;
import dev.stepwright.types.jsonpath.Reads;
import dev.stepwright.types.jsonpath.Templates;
import dev.stepwright.types.jsonpath.Walk;
import dev.stepwright.types.lattice.Insertion;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.service.ParameterNeeds;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one JSONPath state that are paths and templates. */
final class JsonPathFields {
    private final Visit visit;
    private final State state;
    private final Reads reads;
    private final Templates templates;

    JsonPathFields(Visit visit) {
        this.visit = visit;
        this.state = visit.node().state();
        this.reads = new Reads(visit.node(), visit.recorder(), false);
        this.templates = new Templates(visit.expressions(), reads);
    }

    /** Returns what the fields read that see the input after {@code InputPath}. */
    Frame effective() {
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

    /** Returns what the path in a field finds; null stands for an empty object. */
    Value path(String field, Frame from, Need need) {
        JsonNode text = state.json().path(field);
        return text.isNull() ? Value.EMPTY_OBJECT : path(text, from, trail(field), need);
    }

    private Value path(JsonNode text, Frame from, Trail trail, Need need) {
        Value value = visit.expressions()
                .path(text.asString(""))
                .map(path -> reads.read(path, from, trail, need, true))
                .orElse(Value.ANY);
        mismatch(value, need, trail, text);
        return value;
    }

    /** Reports a value that can never be what the field needs. */
    void mismatch(Value value, Need need, Trail trail, JsonNode text) {
        reads.mismatch(value, need, trail, trail.lastName() + " " + text.asString(""));
    }

    /** Reads the path in a field that holds a number or time, wherever the field stands in the state. */
    void number(String field, Frame from, Need need) {
        JsonNode text = value(field);
        if (text.isString()) {
            path(text, from, trail(field), need);
        }
    }

    private static String[] names(String field) {
        return field.split("/", -1);
    }

    private JsonNode value(String field) {
        JsonNode value = state.json();
        for (String name : names(field)) {
            value = value.path(name);
        }
        return value;
    }

    private Trail trail(String field) {
        Trail trail = Trail.at(state.pointer());
        for (String name : names(field)) {
            trail = trail.member(name);
        }
        return trail;
    }

    /** Returns what the template in a field makes, wherever the field stands in the state; any value if there is none. */
    Value template(String field, Frame from) {
        return template(field, ParameterNeeds.UNDOCUMENTED, from);
    }

    /** Returns what the template in a field makes, whose parts need to be what a call takes. */
    Value template(String field, ParameterNeeds needs, Frame from) {
        return templates.value(value(field), needs, from, trail(field));
    }

    /** Returns what a path or intrinsic call in a field finds. */
    void text(String field, Frame from, Need need) {
        JsonNode text = state.json().path(field);
        if (text.isString()) {
            Value value = templates.text(text, from, trail(field), need);
            mismatch(value, need, trail(field), text);
        }
    }

    /** Returns a result in its place in the input of the state, before InputPath. */
    Value placed(View holder, Value result) {
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
                    String what = "the input that ResultPath " + path.text() + " writes to";
                    Insertion.obstacle(raw, path.steps())
                            .ifPresent(obstacle -> reads.mismatch(
                                    obstacle.value(),
                                    obstacle.need(),
                                    Trail.at(holder.pointer()).member("ResultPath"),
                                    what));
                    return Insertion.of(raw, path.steps(), result);
                })
                .orElse(Value.ANY);
    }

    /** Returns the variables after the {@code Assign} of a state or rule. */
    Variables assigned(View holder, Frame from) {
        return holder.field("Assign")
                .filter(JsonNode::isObject)
                .map(assign ->
                        templates.value(assign, from, Trail.at(holder.pointer()).member("Assign")))
                .map(from.variables()::withFields)
                .orElse(from.variables());
    }
}
