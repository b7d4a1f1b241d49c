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
    private final @Nullable Code head;
    /** The name if the path is nothing but that. */
    private final @Nullable String field;

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
        this.field = names.length == 1 && !traits.keepArray() ? names[0] : null;
        this.head = traits.absolute() && this.steps[0].stages().isEmpty() ? this.steps[0].code() : null;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        JsonNode result;
        if (field != null && input.isObject()) {
            result = input.path(field);
            if (!result.isArray()) {
                frame.evaluation.leave();
                return result;
            }
        }
        result = walk(input, frame);
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

    /** Returns what a longer path is if this part of it gave no items: only an array that it makes itself stays one. */
    JsonNode nothing(JsonNode empty) {
        return traits.arrayFirst() ? empty : Undefined.VALUE;
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
                    ? Sequence.of(sequence.first()).keepingSingleton()
                    : sequence;
        }
        return result.isArray() ? result : Sequence.of(result).keepingSingleton();
    }

    /** Follows fields as long as there is one object after the other; everything else goes the general way from there on. */
    private JsonNode walk(JsonNode input, Frame frame) {
        if (traits.arrayFirst()) {
            JsonNode first = steps[0].of(input.isArray() && !traits.absolute() ? input : Sequence.of(input), frame);
            if (!first.isArray()) {
                // The reference walks over its elements, and what a filter or a grouping made of it has none.
                return steps.length == 1 ? first : Undefined.VALUE;
            }
            return first.isEmpty() ? first : walkAll(first, 1, frame);
        }
        JsonNode current = input;
        int i = 0;
        if (head != null) {
            current = head.eval(input, frame);
            i = 1;
        } else if (input.isArray()) {
            return walkAll(input, 0, frame);
        }
        for (; i < names.length && current.isObject(); i++) {
            String name = names[i];
            if (name == null) {
                break;
            }
            current = current.path(name);
        }
        return i == 0 ? walkOne(current, 0, frame) : walkFrom(current, i, frame);
    }

    /** Goes on with what a step gave for one item. */
    private JsonNode walkFrom(JsonNode current, int next, Frame frame) {
        boolean last = next == steps.length;
        if (!current.isArray()) {
            return last || current.isMissingNode() ? current : walkOne(current, next, frame);
        }
        if (last && !Sequence.isSequence(current)) {
            return current;
        }
        JsonNode items = current instanceof Sequence made && made.isConstructed() ? Sequence.of(made) : current;
        if (!last && items.size() == 1 && steps[next].sorting() != null) {
            items = Sequence.of(items.get(0)); // one item is not sorted and stands for itself
        }
        return items.isEmpty() ? Undefined.VALUE : last ? items : walkAll(items, next, frame);
    }

    private JsonNode walkOne(JsonNode item, int step, Frame frame) {
        return walkFrom(one(step, item, frame), step + 1, frame);
    }

    private JsonNode walkAll(JsonNode items, int from, Frame frame) {
        JsonNode current = items;
        for (int i = from; i < steps.length; i++) {
            boolean last = i == steps.length - 1;
            current = steps[i].sorting() == null ? all(i, current, last, frame) : sorted(i, current, frame);
            if (current.isEmpty()) {
                return Sequence.isSequence(current) ? Undefined.VALUE : current;
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
        Sequence result = Sequence.ofCapacity(items.size());
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
