package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** A stable sort that bears with comparisons that contradict themselves, as those of a user's function may. */
public final class MergeSort {
    private MergeSort() {}

    /** Says which of two comes first. */
    @FunctionalInterface
    public interface Order<T> {
        /** Returns more than 0 if {@code a} belongs behind {@code b}. */
        int compare(T a, T b);
    }

    /** Sorts a list in place. */
    public static <T> void sort(List<T> items, Order<T> order, Evaluation evaluation) {
        List<T> from = items;
        List<T> to = new ArrayList<>(items);
        for (int width = 1; width < items.size(); width *= 2) {
            for (int start = 0; start < items.size(); start += 2 * width) {
                merge(from, to, start, width, order);
            }
            evaluation.steps(items.size());
            List<T> swap = from;
            from = to;
            to = swap;
            if (width > Integer.MAX_VALUE / 2) {
                break;
            }
        }
        if (from != items) {
            for (int i = 0; i < items.size(); i++) {
                items.set(i, from.get(i));
            }
        }
    }

    private static <T> void merge(List<T> from, List<T> to, int start, int width, Order<T> order) {
        int middle = Math.min(start + width, from.size());
        int end = (int) Math.min((long) start + 2L * width, from.size());
        if (middle >= end || order.compare(from.get(middle - 1), from.get(middle)) <= 0) {
            for (int i = start; i < end; i++) {
                to.set(i, from.get(i));
            }
            return;
        }
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right >= end || left < middle && order.compare(from.get(left), from.get(right)) <= 0;
            to.set(i, takeLeft ? from.get(left++) : from.get(right++));
        }
    }
}
