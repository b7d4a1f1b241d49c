package dev.stepwright.types.lattice;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known of an array: its elements one by one if their number is known, else what each of them can be. */
public final class Items {
    private final @Nullable List<Value> each;
    private final List<String> names;
    private final int hash;
    private final int height;
    private @Nullable Value element;

    private Items(@Nullable Value element, @Nullable List<Value> each, List<String> names) {
        this.element = element;
        this.each = each;
        this.names = names;
        this.hash = Objects.hash(each == null ? element : null, each, names);
        this.height = 1
                + (each == null
                        ? heightOf(element)
                        : each.stream().mapToInt(Value::height).max().orElse(0));
    }

    private static int heightOf(@Nullable Value element) {
        return element == null ? 0 : element.height();
    }

    /** An array of any length. */
    public static Items of(Value element) {
        return new Items(element, null, List.of());
    }

    /** An array of just these elements. */
    public static Items each(List<Value> elements) {
        return each(elements, List.of());
    }

    /**
     * An array of just these elements.
     *
     * @param names what each of them is called; empty if they have no names
     */
    public static Items each(List<Value> elements, List<String> names) {
        return new Items(null, List.copyOf(elements), List.copyOf(names));
    }

    /** Returns what an element can be; never anything for an array known to be empty. */
    public Value element() {
        if (element == null) {
            element = Value.joinAll(Objects.requireNonNull(each));
        }
        return element;
    }

    /** Returns the elements one by one if their number is known. */
    public @Nullable List<Value> each() {
        return each;
    }

    /** Returns what the elements are called, one by one; empty if they have no names. */
    public List<String> names() {
        return names;
    }

    /** Returns the same with each element changed. */
    Items map(UnaryOperator<Value> change) {
        return each == null
                ? of(change.apply(element()))
                : each(each.stream().map(change).toList(), names);
    }

    int height() {
        return height;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Items that
                        && hash == that.hash
                        && (each == null
                                ? that.each == null && element().equals(that.element())
                                : each.equals(that.each) && names.equals(that.names));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
