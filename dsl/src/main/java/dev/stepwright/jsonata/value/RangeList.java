package dev.stepwright.jsonata.value;

import java.util.AbstractList;
import java.util.RandomAccess;
import tools.jackson.databind.JsonNode;

/** The whole numbers from one to another, made when they are asked for. */
public final class RangeList extends AbstractList<JsonNode> implements RandomAccess {
    private final long from;
    private final int size;

    /** Makes the list of {@code size} numbers that begins with {@code from}. */
    public RangeList(long from, int size) {
        this.from = from;
        this.size = size;
    }

    @Override
    public JsonNode get(int index) {
        return Numbers.of(from + index);
    }

    @Override
    public int size() {
        return size;
    }
}
