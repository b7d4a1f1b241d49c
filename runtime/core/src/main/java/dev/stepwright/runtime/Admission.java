package dev.stepwright.runtime;

/**
 * How much an engine takes on before it refuses to start executions. What runs already goes on, and what is recovered is always taken.
 *
 * @param openExecutions how many executions may run at the same time; one that only waits costs about 2 KiB of heap and its data
 * @param readyExecutions how many may stand in the queue for a thread that decides, before new ones are throttled
 */
public record Admission(int openExecutions, int readyExecutions) {
    private static final int SERVICE_QUOTA = 1_000_000;
    private static final int HEAP_FOR_ONE = 4 * 1024;
    private static final int DEFAULT_READY = 100_000;

    public Admission {
        if (openExecutions < 1 || readyExecutions < 1) {
            throw new IllegalArgumentException("an engine has to take at least one execution, but these are "
                    + openExecutions + " open and " + readyExecutions + " ready executions");
        }
    }

    /** Returns the default: 1,000,000 open executions as in AWS, but not more than one for 4 KiB of the largest heap; 100,000 ready ones. */
    public static Admission standard() {
        long room = Runtime.getRuntime().maxMemory() / HEAP_FOR_ONE;
        return new Admission((int) Math.min(SERVICE_QUOTA, room), DEFAULT_READY);
    }
}
