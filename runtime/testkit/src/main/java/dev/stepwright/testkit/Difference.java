package dev.stepwright.testkit;

/**
 * Something that an execution, run again, did otherwise than was recorded.
 *
 * @param state the state in which it shows; empty for the end of the execution
 * @param text what was recorded and what is now, on one line
 */
public record Difference(String state, String text) {
    public Difference {
        text = ProgressLines.onOneLine(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
