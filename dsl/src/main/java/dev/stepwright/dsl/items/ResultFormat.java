package dev.stepwright.dsl.items;

/**
 * In what form a distributed Map state gives or writes its results.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">AWS: ResultWriter</a>
 */
public record ResultFormat(Transformation transformation, OutputType type) {
    /** What becomes of the outputs. */
    public enum Transformation {
        /** Each output with the execution that gave it: {@link ChildExecution}. The default where results are written. */
        NONE,
        /** The outputs alone. The default where they are not written. */
        COMPACT,
        /** The outputs alone; those that are lists are put together to one. */
        FLATTEN
    }

    /** How it is written. */
    public enum OutputType {
        JSON,
        JSONL
    }

    /** Returns a format as one JSON array. */
    public static ResultFormat json(Transformation transformation) {
        return new ResultFormat(transformation, OutputType.JSON);
    }

    /** Returns a format with one JSON value on each line. */
    public static ResultFormat jsonLines(Transformation transformation) {
        return new ResultFormat(transformation, OutputType.JSONL);
    }
}
