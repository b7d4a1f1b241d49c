package dev.stepwright.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Differences in the order in which they are found, those that are alike told once. */
final class FoundDifferences {
    private final Map<String, Found> found = new LinkedHashMap<>();
    private int count;

    private static final class Found {
        final Difference first;
        int times;

        Found(Difference first) {
            this.first = first;
        }

        Difference told() {
            return times == 1
                    ? first
                    : new Difference(first.state(), first.text() + " (and " + (times - 1) + " more like it)");
        }
    }

    /** @param kind what is the same for those that are alike */
    void add(String kind, String state, String text) {
        found.computeIfAbsent(kind, key -> new Found(new Difference(state, text))).times++;
        count++;
    }

    /** Returns how many have been found, with those like others. */
    int count() {
        return count;
    }

    List<Difference> told() {
        return found.values().stream().map(Found::told).toList();
    }
}
