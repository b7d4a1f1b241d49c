package dev.stepwright.jsonata.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An array made by an evaluation. A <em>sequence</em> stands for its only element when it has one and for nothing when it is empty;
 * an array that an expression constructed, and every array of the input, stands for itself.
 */
public final class Sequence extends ArrayNode {
    private static final long serialVersionUID = 1L;

    private final transient List<JsonNode> items;
    private final boolean collapsing;
    private boolean keepsSingleton;
    private boolean wrapsInput;
    private boolean constructed;
    private transient @Nullable ArrayNode plain;
    private long weight;

    private Sequence(List<JsonNode> items, boolean collapsing) {
        super(JsonNodeFactory.instance, items);
        this.items = items;
        this.collapsing = collapsing;
    }

    /** Returns an empty sequence. */
    public static Sequence empty() {
        return new Sequence(new ArrayList<>(), true);
    }

    /** Returns an empty sequence for so many elements. */
    public static Sequence ofCapacity(int size) {
        return new Sequence(new ArrayList<>(Math.min(size, 1024)), true);
    }

    /** Returns a sequence of one, which may be undefined. */
    public static Sequence of(JsonNode item) {
        List<JsonNode> items = new ArrayList<>(1);
        items.add(item);
        return new Sequence(items, true);
    }

    /** Returns a sequence over a list, which it takes over. */
    public static Sequence over(List<JsonNode> items) {
        return new Sequence(items, true);
    }

    /** Returns an array over a list, which it takes over; it does not collapse. */
    public static Sequence array(List<JsonNode> items) {
        return new Sequence(items, false);
    }

    /** Returns the input document as one thing, so that an array is not taken apart by the first step. */
    public static Sequence wrapping(JsonNode input) {
        Sequence wrapper = of(input);
        wrapper.wrapsInput = true;
        return wrapper;
    }

    /** Returns the list behind this array; only its maker changes it. */
    public List<JsonNode> items() {
        return items;
    }

    /** Returns the first element of a sequence that has one. */
    public JsonNode first() {
        return items.get(0);
    }

    /** Returns whether a single element stands for the whole. */
    public boolean isCollapsing() {
        return collapsing;
    }

    public boolean wrapsInput() {
        return wrapsInput;
    }

    /** Returns whether this comes from an array constructor in a path, and is one item there. */
    public boolean isConstructed() {
        return constructed;
    }

    /** Marks this as one item of the path that it stands in. */
    public Sequence constructed() {
        constructed = true;
        return this;
    }

    /** Keeps this an array even if it has one element. */
    public Sequence keepingSingleton() {
        keepsSingleton = true;
        return this;
    }

    /** Returns what this stands for outside of a path: nothing, its only element, or itself. */
    public JsonNode collapsed() {
        if (!collapsing || items.size() > 1) {
            return this;
        }
        return items.isEmpty() ? Undefined.VALUE : keepsSingleton ? this : items.get(0);
    }

    /** Returns what a value stands for outside of a path. */
    public static JsonNode collapse(JsonNode value) {
        return value instanceof Sequence sequence ? sequence.collapsed() : value;
    }

    /** Returns whether a value is a sequence and not an array in its own right. */
    public static boolean isSequence(JsonNode value) {
        return value instanceof Sequence sequence && sequence.collapsing;
    }

    /** Returns the plain array over the same list, null before the sequence became part of a result. */
    @Nullable
    ArrayNode plain() {
        return plain;
    }

    long weight() {
        return weight;
    }

    void finish(ArrayNode array, long noted) {
        plain = array;
        weight = noted;
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public @Nullable JsonNode get(int index) {
        return index >= 0 && index < items.size() ? items.get(index) : null;
    }
}
