package dev.stepwright.benchmarks.jsonata;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Contestants that take turns on one thread, measured by the CPU time of that thread: other work on the machine changes their ratio little. */
final class Turns {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int turns;
    private final long nanosOfTurn;

    @SuppressWarnings("UnusedVariable") // written so that the compiler cannot drop the work
    private volatile @Nullable Object last;

    /** @param secondsOfTurn of CPU time */
    Turns(int turns, double secondsOfTurn) {
        this.turns = turns;
        this.nanosOfTurn = (long) (secondsOfTurn * 1e9);
    }

    /** Returns the nanoseconds of CPU time of one call, per contestant: those of its fastest turn, which other work on the machine disturbed least. */
    double[] nanosPerCall(List<? extends Callable<?>> contestants) throws Exception {
        double[] fastest = new double[contestants.size()];
        Arrays.fill(fastest, Double.POSITIVE_INFINITY);
        for (int turn = 0; turn < turns; turn++) {
            for (int i = 0; i < fastest.length; i++) {
                fastest[i] = Math.min(fastest[i], turn(contestants.get(i)));
            }
        }
        return fastest;
    }

    private double turn(Callable<?> contestant) throws Exception {
        long begin = THREADS.getCurrentThreadCpuTime();
        long calls = 0;
        long batch = 1;
        long taken;
        do {
            for (long i = 0; i < batch; i++) {
                last = contestant.call();
            }
            calls += batch;
            taken = THREADS.getCurrentThreadCpuTime() - begin;
            batch = Math.max(1, taken == 0 ? batch * 2 : calls * nanosOfTurn / taken / 10);
        } while (taken < nanosOfTurn);
        return (double) taken / calls;
    }
}
