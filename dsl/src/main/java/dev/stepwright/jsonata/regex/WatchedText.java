package dev.stepwright.jsonata.regex;

import dev.stepwright.jsonata.value.Evaluation;

/** A text that counts a step for so many of its characters read, so that a search can be ended while it runs. */
final class WatchedText implements CharSequence {
    private static final int SLICE = 256;

    private final String text;
    private final Evaluation evaluation;
    private final int weight;
    private int left = SLICE;

    /** @param weight steps for every {@value #SLICE} characters */
    WatchedText(String text, int weight, Evaluation evaluation) {
        this.text = text;
        this.weight = weight;
        this.evaluation = evaluation;
    }

    @Override
    public char charAt(int index) {
        if (--left == 0) {
            left = SLICE;
            evaluation.steps(weight);
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
