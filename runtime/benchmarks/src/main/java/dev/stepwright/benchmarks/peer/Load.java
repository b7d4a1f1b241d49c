package dev.stepwright.benchmarks.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executions one after the other, so many of them at the same time, until a moment. */
@FunctionalInterface
interface Load {
    /**
     * Returns how many executions have ended.
     *
     * @param concurrency how many run at the same time
     * @param end on the clock of {@link System#nanoTime}
     */
    long run(int concurrency, long end) throws Exception;

    /** One execution on the calling thread. */
    @FunctionalInterface
    interface Call {
        @Nullable
        Object once() throws Exception;
    }

    /** Returns a load of calls that hold a thread each. */
    static Load ofCalls(Call call) {
        return (concurrency, end) -> {
            ExecutorService threads = Executors.newFixedThreadPool(concurrency);
            try {
                List<Future<Long>> counts = new ArrayList<>();
                for (int i = 0; i < concurrency; i++) {
                    counts.add(threads.submit(() -> repeat(call, end)));
                }
                long sum = 0;
                for (Future<Long> count : counts) {
                    sum += count.get();
                }
                return sum;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            } finally {
                threads.shutdownNow();
            }
        };
    }

    private static long repeat(Call call, long end) throws Exception {
        long count = 0;
        while (System.nanoTime() < end) {
            Result.last = call.once();
            count++;
        }
        return count;
    }

    /** Returns a load of executions that hold no thread: the end of one starts the next. */
    static Load ofStages(Supplier<? extends CompletionStage<?>> start) {
        return (concurrency, end) -> {
            Chains chains = new Chains(start, end, concurrency);
            for (int i = 0; i < concurrency; i++) {
                chains.next();
            }
            return chains.count();
        };
    }

    /** Where results go, so that the compiler cannot drop the work. */
    final class Result {
        @SuppressWarnings("UnusedVariable")
        private static volatile @Nullable Object last;

        private Result() {}
    }

    /** Executions that follow one another. */
    final class Chains {
        private final Supplier<? extends CompletionStage<?>> start;
        private final long end;
        private final CountDownLatch open;
        private final AtomicLong count = new AtomicLong();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        private Chains(Supplier<? extends CompletionStage<?>> start, long end, int chains) {
            this.start = start;
            this.end = end;
            this.open = new CountDownLatch(chains);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // what the stage ends with is handled in it
        private void next() {
            try {
                start.get().whenComplete((done, problem) -> ended(problem));
            } catch (RuntimeException e) {
                ended(e);
            }
        }

        private void ended(@Nullable Throwable problem) {
            if (problem != null) {
                failure.set(problem);
                open.countDown();
                return;
            }
            count.incrementAndGet();
            if (System.nanoTime() < end) {
                next();
            } else {
                open.countDown();
            }
        }

        private long count() throws InterruptedException {
            open.await();
            Throwable problem = failure.get();
            if (problem != null) {
                throw new IllegalStateException("an execution did not end well: " + problem, problem);
            }
            return count.get();
        }
    }
}
