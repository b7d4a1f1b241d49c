package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code ^(a, >b)}: stable; every term is evaluated at most once per item, and only where it decides. */
public final class Sorting {
    private final Code[] terms;
    private final boolean[] descending;
    private final int position;

    public Sorting(Code[] terms, boolean[] descending, int position) {
        this.terms = terms.clone();
        this.descending = descending.clone();
        this.position = position;
    }

    JsonNode sort(JsonNode items, Frame frame) {
        int size = items.size();
        if (size < 2) {
            return items;
        }
        List<Item> sortable = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            sortable.add(new Item(items.get(i), frame, null));
        }
        List<JsonNode> sorted = new ArrayList<>(size);
        for (Item item : sorted(sortable, frame.evaluation)) {
            sorted.add(item.value);
        }
        return Sequence.array(sorted);
    }

    List<Tuple> sortTuples(List<Tuple> tuples, Frame frame) {
        List<Item> sortable = new ArrayList<>(tuples.size());
        for (Tuple tuple : tuples) {
            sortable.add(new Item(tuple.value(), tuple.frame(frame), tuple));
        }
        List<Tuple> sorted = new ArrayList<>(tuples.size());
        for (Item item : sorted(sortable, frame.evaluation)) {
            if (item.tuple != null) {
                sorted.add(item.tuple);
            }
        }
        return sorted;
    }

    private List<Item> sorted(List<Item> items, Evaluation evaluation) {
        evaluation.charge(64L * items.size());
        evaluation.enter();
        MergeSort.sort(items, this::compare, evaluation);
        evaluation.leave();
        return items;
    }

    private int compare(Item a, Item b) {
        for (int i = 0; i < terms.length; i++) {
            JsonNode x = a.key(i);
            JsonNode y = b.key(i);
            int order = x.isMissingNode() || y.isMissingNode()
                    ? Boolean.compare(x.isMissingNode(), y.isMissingNode())
                    : ordered(x, y, descending[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int ordered(JsonNode x, JsonNode y, boolean reversed) {
        boolean comparable = x.isNumber() || x.isString();
        if (!comparable || !(y.isNumber() || y.isString())) {
            throw JsonataException.of("T2008", comparable ? y : x).at(position, "^");
        }
        if (x.isString() != y.isString()) {
            throw JsonataException.of("T2007", x).with("value2", y).at(position, "^");
        }
        int order = x.isString() ? x.stringValue().compareTo(y.stringValue()) : Numbers.compare(x, y);
        return reversed ? -order : order;
    }

    private final class Item {
        private final JsonNode value;
        private final Frame frame;
        private final @Nullable Tuple tuple;
        private final @Nullable JsonNode[] keys = new JsonNode[terms.length];

        Item(JsonNode value, Frame frame, @Nullable Tuple tuple) {
            this.value = value;
            this.frame = frame;
            this.tuple = tuple;
        }

        JsonNode key(int term) {
            JsonNode key = keys[term];
            if (key == null) {
                key = terms[term].eval(value, frame);
                keys[term] = key;
            }
            return key;
        }
    }
}
