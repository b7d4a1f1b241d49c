package dev.stepwright.runtime;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Activities: tasks wait in a queue until a worker fetches them. */
public final class Activities {
    private static final String CLOSED = "the engine has been closed";

    private final String prefix;
    private final Map<String, Queue> queues = new HashMap<>();
    private final TaskRunner runner = new Runner();
    private boolean isClosed;

    Activities(String region, String account) {
        this.prefix = "arn:aws:states:" + region + ":" + account + ":activity:";
    }

    /**
     * Creates an activity, if there is none of that name yet, and returns its ARN. Activities are not stored: tasks of executions that have been {@linkplain
     * Engine#recover recovered} before wait until their activity is created.
     */
    public synchronized String create(String name) {
        queue(prefix + name).exists = true;
        return prefix + name;
    }

    private Queue queue(String activityArn) {
        return queues.computeIfAbsent(activityArn, arn -> new Queue());
    }

    /** Deletes an activity; without effect if there is none. Its tasks wait until they time out; who asks for one is told. */
    public void delete(String activityArn) {
        Queue deleted;
        synchronized (this) {
            deleted = queues.remove(activityArn);
        }
        if (deleted != null) {
            deleted.refuse("the activity " + activityArn + " was deleted");
        }
    }

    /** The engine is closed: who asks for a task is told that none will come. */
    void close() {
        List<Queue> left;
        synchronized (this) {
            isClosed = true;
            left = List.copyOf(queues.values());
            queues.clear();
        }
        left.forEach(queue -> queue.refuse(CLOSED));
    }

    /** Returns whether there is such an activity. */
    public synchronized boolean exists(String activityArn) {
        Queue queue = queues.get(activityArn);
        return queue != null && queue.exists;
    }

    /**
     * Asks for the next task, at once or as soon as there is one. To stop asking, cancel the stage's future. Completes exceptionally if the activity
     * is deleted or the engine closed before.
     *
     * @param worker the name of the worker in the history, or null
     * @throws IllegalArgumentException if there is no such activity
     * @throws IllegalStateException if the engine has been closed
     */
    public CompletionStage<ActivityTask> poll(String activityArn, @Nullable String worker) {
        Poll poll = new Poll(worker);
        Waiting task;
        synchronized (this) {
            if (isClosed) {
                throw new IllegalStateException(CLOSED);
            }
            Queue queue = queues.get(activityArn);
            if (queue == null || !queue.exists) {
                throw new IllegalArgumentException("Activity Does Not Exist: '" + activityArn + "'");
            }
            task = queue.next();
            if (task == null) {
                queue.polls.removeIf(CompletableFuture::isDone);
                queue.polls.add(poll);
            }
        }
        if (task != null && poll.take()) {
            task.handTo(poll);
        }
        return poll;
    }

    TaskRunner runner() {
        return runner;
    }

    private final class Runner implements TaskRunner {
        @Override
        public boolean serves(TaskRequest request) {
            return request.resource().family() == TaskResource.Family.ACTIVITY;
        }

        @Override
        public Runnable start(TaskRequest request, TaskCompletion completion) {
            Waiting task = new Waiting(request, completion);
            Poll poll = offer(request.resource().text(), task);
            if (poll != null) {
                task.handTo(poll);
            }
            return () -> take(request.resource().text(), task);
        }
    }

    /** Queues a task, or returns who has been waiting for one. */
    private synchronized @Nullable Poll offer(String activityArn, Waiting task) {
        Queue queue = queue(activityArn);
        Poll poll;
        while ((poll = queue.polls.poll()) != null) {
            if (poll.take()) {
                return poll;
            }
        }
        queue.tasks.add(task);
        return null;
    }

    private synchronized void take(String activityArn, Waiting task) {
        Queue queue = queues.get(activityArn);
        if (queue != null && queue.tasks.remove(task) && queue.tasks.isEmpty() && !queue.exists) {
            queues.remove(activityArn);
        }
    }

    private static final class Queue {
        /** Whether somebody may ask for tasks: the activity has been created. */
        boolean exists;

        /** In their order; any of them may be taken back. */
        final Set<Waiting> tasks = new LinkedHashSet<>();

        final ArrayDeque<Poll> polls = new ArrayDeque<>();

        @Nullable
        Waiting next() {
            for (Iterator<Waiting> waiting = tasks.iterator(); waiting.hasNext(); ) {
                Waiting next = waiting.next();
                waiting.remove();
                if (!next.hasEnded()) {
                    return next;
                }
            }
            return null;
        }

        /** Tells all who ask, once nobody can begin to ask any more. */
        void refuse(String reason) {
            polls.forEach(poll -> poll.completeExceptionally(new IllegalStateException(reason)));
        }
    }

    /** A worker that asks. Either it is given a task or it stops asking, never both: whatever comes first takes it. */
    private static final class Poll extends CompletableFuture<ActivityTask> {
        final @Nullable String worker;
        private final AtomicBoolean isOver = new AtomicBoolean();

        Poll(@Nullable String worker) {
            this.worker = worker;
        }

        /** Returns whether the worker was still asking; from now on it will get a task. */
        boolean take() {
            return isOver.compareAndSet(false, true);
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return isOver.compareAndSet(false, true) && super.cancel(mayInterruptIfRunning);
        }

        @Override
        public boolean completeExceptionally(Throwable problem) {
            return isOver.compareAndSet(false, true) && super.completeExceptionally(problem);
        }
    }

    /** A task that waits; equal only to itself. */
    private static final class Waiting {
        private final TaskRequest request;
        private final TaskCompletion completion;

        Waiting(TaskRequest request, TaskCompletion completion) {
            this.request = request;
            this.completion = completion;
        }

        /** Returns whether there is nothing to do any more: a worker that had it before it was offered again has answered it, or it was let go. */
        boolean hasEnded() {
            return completion instanceof RunningTask task && task.hasEnded();
        }

        void handTo(Poll poll) {
            completion.started(poll.worker);
            String token = Objects.requireNonNull(request.token(), "an activity task has a token");
            poll.complete(new ActivityTask(token, request.input()));
        }
    }
}
