package dev.stepwright.jsonata.regex;

import java.util.ArrayDeque;
import java.util.Deque;

/** How large the program of a pattern becomes: repetitions are written out, so nested ones multiply. */
final class PatternSize {
    private final String pattern;
    private final Deque<Double> outer = new ArrayDeque<>();
    private double size;
    private double last;
    private int at;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    static double of(String pattern) {
        PatternSize size = new PatternSize(pattern);
        while (size.at < pattern.length()) {
            size.step(pattern.charAt(size.at));
        }
        return size.total();
    }

    private double total() {
        double total = size;
        for (double before : outer) {
            total += before;
        }
        return total;
    }

    private void step(char c) {
        at++;
        switch (c) {
            case '(' -> {
                outer.push(size);
                size = 0;
            }
            case ')' -> {
                double group = size + 2;
                size = outer.isEmpty() ? size : outer.pop();
                add(group);
            }
            case '[' -> {
                characterClass();
                add(1);
            }
            case '\\' -> {
                escape();
                add(1);
            }
            case '{' -> repeat();
            default -> add(1);
        }
    }

    private void add(double more) {
        last = more;
        size += more;
    }

    private void characterClass() {
        for (int first = at; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == ']' && at > first) {
                at++;
                return;
            }
        }
    }

    private void escape() {
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '{') {
            int close = pattern.indexOf('}', at);
            at = close < 0 ? pattern.length() : close + 1;
        }
    }

    @SuppressWarnings("StringSplitter") // empty parts at the end are no counts
    private void repeat() {
        int close = pattern.indexOf('}', at);
        if (close < 0) {
            return;
        }
        double most = 0;
        for (String count : pattern.substring(at, close).split(",")) {
            if (count.isEmpty() || !count.chars().allMatch(Character::isDigit)) {
                return;
            }
            most = Math.max(most, Double.parseDouble(count));
        }
        at = close + 1;
        double repeated = last * Math.max(1, most);
        size += repeated - last;
        last = repeated;
    }
}
