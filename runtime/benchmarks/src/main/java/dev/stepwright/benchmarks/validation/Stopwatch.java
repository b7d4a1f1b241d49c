package dev.stepwright.benchmarks.validation;

import com.sun.management.ThreadMXBean;
import dev.stepwright.validation.Validator;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures by the processor time of this thread, whatever else the machine does meanwhile. */
final class Stopwatch {
    private Stopwatch() {}

    static long nanos(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - start;
    }

    /** Returns the median of some runs. */
    static long median(int runs, Runnable work) {
        long[] nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            nanos[i] = nanos(work);
        }
        Arrays.sort(nanos);
        return nanos[runs / 2];
    }

    /** Reads and validates a definition, with types. */
    static void validate(String text) {
        Validator.validate("large.asl.json", text);
    }
}
