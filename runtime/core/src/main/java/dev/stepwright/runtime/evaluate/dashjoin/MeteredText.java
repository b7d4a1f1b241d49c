package dev.stepwright.runtime.evaluate.dashjoin;

/** A text that charges for each look at a character, so that a regular expression cannot go back and forth without end. */
record MeteredText(CharSequence text, Meter meter) implements CharSequence {
    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        meter.spend(1);
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new MeteredText(text.subSequence(start, end), meter);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
