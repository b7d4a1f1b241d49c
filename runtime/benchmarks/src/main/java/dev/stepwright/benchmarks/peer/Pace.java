package dev.stepwright.benchmarks.peer;

import java.util.List;

/**
 * How long is measured.
 *
 * @param warmUp seconds of CPU time that are not counted
 * @param round seconds of a round
 * @param rounds how many; the median counts
 */
public record Pace(double warmUp, double round, int rounds) {
    /** Returns the words that {@link #of} reads. */
    public List<String> words() {
        return List.of(String.valueOf(warmUp), String.valueOf(round), String.valueOf(rounds));
    }

    /** Reads three words. */
    public static Pace of(List<String> words) {
        return new Pace(
                Double.parseDouble(words.get(0)), Double.parseDouble(words.get(1)), Integer.parseInt(words.get(2)));
    }
}
