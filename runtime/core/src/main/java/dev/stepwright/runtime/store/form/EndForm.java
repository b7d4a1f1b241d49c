package dev.stepwright.runtime.store.form;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.ExecutionEnd;

/** How an execution has ended, as bytes. */
public final class EndForm {
    private EndForm() {}

    /** Returns an end as bytes. */
    public static byte[] write(ExecutionEnd end) {
        BinaryWriter out = new BinaryWriter();
        write(end, out);
        return out.toByteArray();
    }

    /**
     * Returns the end that bytes are.
     *
     * @throws UnreadableException if they are none
     */
    public static ExecutionEnd read(byte[] bytes) {
        BinaryReader in = new BinaryReader(bytes);
        ExecutionEnd end = read(in);
        Form.end(in, "the end of the execution");
        return end;
    }

    static void write(ExecutionEnd end, BinaryWriter out) {
        out.octet(number(end.status())).instant(end.time());
        out.optionalJson(end.output()).optionalName(end.error()).optionalName(end.cause());
    }

    static ExecutionEnd read(BinaryReader in) {
        return new ExecutionEnd(
                status(in.octet()), in.instant(), in.optionalJson(), in.optionalName(), in.optionalName());
    }

    /** Returns the number that stands for a status wherever one is stored. */
    public static int number(ExecutionStatus status) {
        return switch (status) {
            case RUNNING -> 0;
            case SUCCEEDED -> 1;
            case FAILED -> 2;
            case TIMED_OUT -> 3;
            case ABORTED -> 4;
        };
    }

    /**
     * Returns the status that a number stands for.
     *
     * @throws UnreadableException if none has this number
     */
    public static ExecutionStatus status(int number) {
        return switch (number) {
            case 0 -> ExecutionStatus.RUNNING;
            case 1 -> ExecutionStatus.SUCCEEDED;
            case 2 -> ExecutionStatus.FAILED;
            case 3 -> ExecutionStatus.TIMED_OUT;
            case 4 -> ExecutionStatus.ABORTED;
            default -> throw Form.later("status " + number + " of an execution is not known here");
        };
    }
}
