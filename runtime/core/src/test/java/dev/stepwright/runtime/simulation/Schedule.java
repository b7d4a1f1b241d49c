package dev.stepwright.runtime.simulation;

import dev.stepwright.runtime.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What happens next: one of the things that can happen now, by chance, or the next thing that waits for its time. */
final class Schedule {
    /** Time moves on before all is done that could be done now: so rarely. */
    private static final int HASTE = 24;

    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration FOREVER = Duration.ofDays(1_000);

    private final SplittableRandom chance;
    private final List<Runnable> inside = new ArrayList<>();
    private final List<Runnable> outside = new ArrayList<>();
    private final List<Waiting> alarms = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long added;
    private int deciding;
    private int life;
    private long trace;

    private record Waiting(Instant due, long number, Runnable action) {
        boolean isBefore(Waiting other) {
            int order = due.compareTo(other.due);
            return order < 0 || order == 0 && number < other.number;
        }
    }

    Schedule(SplittableRandom chance) {
        this.chance = chance;
    }

    /** Adds what an engine or its store does. */
    void inside(Runnable action) {
        inside.add(action);
    }

    /** Adds what somebody else does: a worker, a client. */
    void outside(Runnable action) {
        outside.add(action);
    }

    Instant now() {
        return now;
    }

    /** Returns a number that tells two runs apart. */
    long trace() {
        return trace;
    }

    void note(long what) {
        trace = trace * 31 + what;
    }

    /**
     * Does the next thing. What is far ahead in time, the end of an execution's year, is left until nothing else can come.
     *
     * @param isMoreToCome whether somebody outside will still do something
     * @return whether anything was done
     */
    boolean step(boolean isMoreToCome) {
        int ready = inside.size() + outside.size();
        if (ready == 0) {
            return fire(isMoreToCome ? SOON : FOREVER);
        }
        if (chance.nextInt(HASTE) == 0 && fire(SOON)) {
            return true;
        }
        int pick = chance.nextInt(ready);
        note(pick);
        run(pick < inside.size() ? inside : outside, pick < inside.size() ? pick : pick - inside.size());
        return true;
    }

    private void run(List<Runnable> actions, int pick) {
        Runnable action = actions.set(pick, actions.get(actions.size() - 1));
        actions.remove(actions.size() - 1);
        action.run();
    }

    private boolean fire(Duration within) {
        if (alarms.isEmpty()) {
            return false;
        }
        Waiting first = alarms.get(0);
        for (Waiting alarm : alarms) {
            first = alarm.isBefore(first) ? alarm : first;
        }
        if (first.due.isAfter(now.plus(within))) {
            return false;
        }
        alarms.remove(first);
        now = first.due.isAfter(now) ? first.due : now;
        note(now.toEpochMilli());
        first.action.run();
        return true;
    }

    /** Lets the engine and the store go on, while a caller waits inside of a call. Not from inside a decision: that never waits. */
    void pump(BooleanSupplier isDone) {
        while (deciding == 0 && !isDone.getAsBoolean()) {
            if (inside.isEmpty()) {
                throw new IllegalStateException("somebody waits for something that will never come");
            }
            int pick = chance.nextInt(inside.size());
            note(pick);
            run(inside, pick);
        }
    }

    /** The process is gone, and all that it was about to do. */
    void forgetInside() {
        inside.clear();
        alarms.clear();
        deciding = 0;
        life++;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    TimeSource time() {
        return new TimeSource() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public TimeSource.Alarm at(Instant due, Runnable action) {
                Waiting alarm = new Waiting(due, ++added, action);
                alarms.add(alarm);
                return () -> alarms.remove(alarm);
            }

            @Override
            public void close() {
                // the schedule outlives the engine
            }
        };
    }

    /** Returns the threads of an engine: all of them are this one. */
    AbstractExecutorService decisions() {
        int own = life;
        return new AbstractExecutorService() {
            @Override
            public void execute(Runnable work) {
                if (own != life) {
                    return; // a worker has answered to a process that is gone
                }
                inside(() -> {
                    deciding++;
                    work.run();
                    deciding--;
                });
            }

            @Override
            public void shutdown() {}

            @Override
            public List<Runnable> shutdownNow() {
                return List.of();
            }

            @Override
            public boolean isShutdown() {
                return false;
            }

            @Override
            public boolean isTerminated() {
                return true;
            }

            @Override
            public boolean awaitTermination(long timeout, TimeUnit unit) {
                return true;
            }
        };
    }
}
