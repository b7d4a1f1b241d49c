package dev.stepwright.runtime;

/**
 * How much an engine takes on before it refuses to start executions. What runs already goes on, and what is recovered is always taken.
 *
 * @param openExecutions how many executions may run at the same time; one that only waits costs about 2 KiB of heap and its data
 * @param readyExecutions how many may stand in the queue for a thread that decides, before new ones are throttled
 * @param unwrittenBytes about how many bytes the store may have been given that it has not written yet, before new ones are throttled
 */
public record Admission(int openExecutions, int readyExecutions, long unwrittenBytes) {
    private static final int SERVICE_QUOTA = 1_000_000;
    private static final int HEAP_FOR_ONE = 4 * 1024;
    private static final int DEFAULT_READY = 100_000;

    /** By default so large a part of the heap, an eighth, may wait to be written. */
    private static final int UNWRITTEN_SHARE = 8;

    public Admission {
        if (openExecutions < 1 || readyExecutions < 1 || unwrittenBytes < 1) {
            throw new IllegalArgumentException("an engine must admit at least one execution, found "
                    + openExecutions + " open and " + readyExecutions + " ready executions, and " + unwrittenBytes
                    + " bytes waiting to be written");
        }
    }

    /** Returns these bounds with the default of unwritten bytes: an eighth of the largest heap. */
    public Admission(int openExecutions, int readyExecutions) {
        this(openExecutions, readyExecutions, Runtime.getRuntime().maxMemory() / UNWRITTEN_SHARE);
    }

    /** Returns the default: 1,000,000 open executions as in AWS, but not more than one for 4 KiB of the largest heap; 100,000 ready ones; an eighth of the heap unwritten. */
    public static Admission standard() {
        long room = Runtime.getRuntime().maxMemory() / HEAP_FOR_ONE;
        return new Admission((int) Math.min(SERVICE_QUOTA, room), DEFAULT_READY);
    }
}
