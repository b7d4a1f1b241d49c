package dev.stepwright.types;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Measures work by the time that the processor spent on it, whatever else the machine does meanwhile. */
final class Timing {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Timing() {}

    static long cpuNanos(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
