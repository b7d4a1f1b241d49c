package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A path with {@code @}, {@code #} or {@code %}: from the first step that needs it on, every item is carried as a tuple. */
public final class TuplePath extends Code {
    private final @Nullable Path before;
    private final List<Step> steps;
    private final Places places;
    private final Ending ending;

    /**
     * What is made of the tuples in the end.
     *
     * @param grouping the object they are grouped to, or null
     * @param stream whether the path around this one takes the tuples themselves
     * @param keepArray whether the result stays an array
     * @param absolute whether the first step is a variable
     * @param made whether the first step is an array that the path makes, and asks for tuples itself: if that is empty, so are they
     */
    public record Ending(
            @Nullable Grouping grouping, boolean stream, boolean keepArray, boolean absolute, boolean made) {}

    /**
     * @param before the steps that need no tuples, or null
     * @param places the variables of a tuple, place 0 for the item
     */
    public TuplePath(@Nullable Path before, List<Step> steps, Places places, Ending ending) {
        this.before = before;
        this.steps = List.copyOf(steps);
        this.places = places;
        this.ending = ending;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return Sequence.collapse(raw(input, frame));
    }

    @Override
    JsonNode raw(JsonNode input, Frame frame) {
        Evaluation evaluation = frame.evaluation;
        evaluation.enter();
        JsonNode items = before == null ? input : before.raw(input, frame);
        if (before != null && (items.isMissingNode() || !ending.made() && items.isArray() && items.isEmpty())) {
            JsonNode result = end(before.nothing(items), frame);
            evaluation.leave();
            return result;
        }
        List<Tuple> tuples = begin(items, frame);
        for (Step step : steps) {
            tuples = step.sorting() == null ? advance(step, tuples, frame) : sorted(step, tuples, frame);
            tuples = stages(step, tuples, frame);
        }
        JsonNode result = end(tuples, frame);
        evaluation.leave();
        return result;
    }

    /** What is made of a path whose plain part gave no items, and that so has got no tuples. */
    private JsonNode end(JsonNode nothing, Frame frame) {
        Grouping grouping = ending.grouping();
        if (grouping != null) {
            return grouping.of(nothing, Tuple.of(nothing, places.count()).frame(frame));
        }
        return ending.stream() ? new TupleStream(List.of()) : nothing;
    }

    private JsonNode end(List<Tuple> tuples, Frame frame) {
        Grouping grouping = ending.grouping();
        if (grouping != null) {
            return grouping.ofTuples(tuples, frame);
        }
        if (ending.stream()) {
            return new TupleStream(tuples);
        }
        Sequence values = TupleStream.values(tuples, frame.evaluation);
        return ending.keepArray() ? values.keepingSingleton() : values;
    }

    private List<Tuple> begin(JsonNode items, Frame frame) {
        boolean many = items.isArray() && (before != null || !ending.absolute());
        List<Tuple> tuples = new ArrayList<>();
        for (int i = 0; i < (many ? items.size() : 1); i++) {
            frame.evaluation.charge(8L * places.count() + 32);
            tuples.add(Tuple.of(many ? items.get(i) : items, places.count()));
        }
        return tuples;
    }

    private List<Tuple> advance(Step step, List<Tuple> tuples, Frame frame) {
        List<Tuple> result = new ArrayList<>();
        for (Tuple tuple : tuples) {
            frame.evaluation.step();
            JsonNode value = step.code().eval(tuple.value(), tuple.frame(frame));
            if (value instanceof TupleStream stream) {
                for (Tuple inner : stream.tuples()) {
                    add(result, tuple.with(inner), frame.evaluation);
                }
            } else if (value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                    add(result, next(step, tuple, value.get(i), i), frame.evaluation);
                }
            } else if (!value.isMissingNode()) {
                add(result, next(step, tuple, value, 0), frame.evaluation);
            }
        }
        return result;
    }

    private static List<Tuple> sorted(Step step, List<Tuple> tuples, Frame frame) {
        Sorting sorting = step.sorting();
        List<Tuple> sorted = sorting == null ? tuples : sorting.sortTuples(tuples, frame);
        if (step.index() >= 0) {
            number(sorted, step.index());
        }
        return sorted;
    }

    private static void number(List<Tuple> tuples, int slot) {
        for (int i = 0; i < tuples.size(); i++) {
            tuples.get(i).set(slot, Numbers.of(i));
        }
    }

    private static void add(List<Tuple> tuples, Tuple tuple, Evaluation evaluation) {
        evaluation.step();
        if (tuples.size() >= evaluation.bounds().elements()) {
            evaluation.charge(Long.MAX_VALUE / 2);
        }
        evaluation.charge(8L * tuple.size() + 32);
        tuples.add(tuple);
    }

    private static Tuple next(Step step, Tuple from, JsonNode value, int index) {
        Tuple tuple = from.copy();
        tuple.set(step.focus() >= 0 ? step.focus() : 0, value);
        if (step.index() >= 0) {
            tuple.set(step.index(), Numbers.of(index));
        }
        if (step.ancestor() >= 0) {
            tuple.set(step.ancestor(), from.value());
        }
        return tuple;
    }

    private static List<Tuple> stages(Step step, List<Tuple> tuples, Frame frame) {
        List<Tuple> result = tuples;
        for (Step.Stage stage : step.stages()) {
            Filter filter = stage.filter();
            if (filter != null) {
                result = filter.applyToTuples(result, frame);
                continue;
            }
            number(result, stage.index());
        }
        return result;
    }
}
