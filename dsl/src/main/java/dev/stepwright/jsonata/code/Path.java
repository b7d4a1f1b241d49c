package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Undefined;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code a.b.c} without variables or parents. As long as there is one object, each field is one look into it. */
public final class Path extends Code {
    private final Step[] steps;
    private final @Nullable String[] names;
    private final Traits traits;

    /**
     * What distinguishes a path besides its steps.
     *
     * @param absolute whether it begins with a variable
     * @param arrayFirst whether it begins with an array constructor, which is evaluated once
     * @param keepArray whether the result stays an array
     */
    public record Traits(boolean absolute, boolean arrayFirst, boolean keepArray) {}

    public Path(List<Step> steps, Traits traits) {
        this.steps = steps.toArray(new Step[0]);
        this.names = new String[this.steps.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = this.steps[i].plainName();
        }
        this.traits = traits;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        JsonNode result = walk(input, frame);
        frame.evaluation.leave();
        if (traits.keepArray()) {
            return Sequence.collapse(kept(result));
        }
        // A sequence that the last step gave is flattened into that of the path, which knows nothing of its being kept.
        boolean one = result instanceof Sequence sequence && sequence.isCollapsing() && sequence.size() == 1;
        return one ? result.get(0) : Sequence.collapse(result);
    }

    @Override
    JsonNode raw(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        JsonNode result = walk(input, frame);
        frame.evaluation.leave();
        if (traits.keepArray()) {
            return kept(result);
        }
        return result.isMissingNode() || result.isArray() ? result : Sequence.of(result);
    }

    static JsonNode kept(JsonNode result) {
        if (result.isMissingNode()) {
            return result;
        }
        if (result instanceof Sequence sequence) {
            if (sequence.isConstructed() && !sequence.isCollapsing()) {
                return Sequence.of(sequence).keepingSingleton();
            }
            return sequence.isCollapsing() && sequence.size() == 1
                    ? Sequence.of(sequence.get(0)).keepingSingleton()
                    : sequence;
        }
        return result.isArray() ? result : Sequence.of(result).keepingSingleton();
    }

    private JsonNode walk(JsonNode input, Frame frame) {
        JsonNode current = input;
        boolean many = input.isArray() && !traits.absolute();
        int i = 0;
        if (traits.arrayFirst()) {
            current = steps[0].of(many ? input : Sequence.of(input), frame);
            many = true;
            i = 1;
            if (current.isEmpty()) {
                return current;
            }
        }
        for (; i < steps.length; i++) {
            boolean last = i == steps.length - 1;
            if (many) {
                current = steps[i].sorting() == null ? all(i, current, last, frame) : sorted(i, current, frame);
                if (current.isEmpty()) {
                    return Sequence.isSequence(current) ? Undefined.VALUE : current;
                }
                continue;
            }
            current = one(i, current, frame);
            if (current.isArray()) {
                if (last && !Sequence.isSequence(current)) {
                    return current;
                }
                many = true;
                if (current instanceof Sequence made && made.isConstructed()) {
                    current = Sequence.of(made);
                }
            }
            if (current.isMissingNode() || many && current.isEmpty()) {
                return Undefined.VALUE;
            }
        }
        return current;
    }

    private JsonNode one(int step, JsonNode item, Frame frame) {
        String name = names[step];
        if (name != null && item.isObject()) {
            return item.path(name);
        }
        return steps[step].sorting() == null ? steps[step].of(item, frame) : steps[step].filtered(item, frame);
    }

    private JsonNode sorted(int step, JsonNode items, Frame frame) {
        Sorting sorting = steps[step].sorting();
        JsonNode sorted = sorting == null ? items : sorting.sort(items, frame);
        JsonNode kept = steps[step].filtered(sorted, frame);
        return kept.isArray() ? kept : kept.isMissingNode() ? Sequence.empty() : Sequence.of(kept);
    }

    private JsonNode all(int step, JsonNode items, boolean last, Frame frame) {
        Evaluation evaluation = frame.evaluation;
        Sequence result = Sequence.empty();
        JsonNode only = Undefined.VALUE;
        int count = 0;
        int size = items.size();
        for (int i = 0; i < size; i++) {
            evaluation.step();
            JsonNode value = one(step, items.get(i), frame);
            if (!value.isMissingNode()) {
                only = value;
                count++;
                evaluation.appendFlat(result, value);
            }
        }
        return last && count == 1 && only.isArray() && !Sequence.isSequence(only) ? only : result;
    }
}
