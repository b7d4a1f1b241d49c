package dev.stepwright.runtime.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A task in a generated fake: does what a test says and keeps what it was asked. May be used by several threads.
 *
 * @param <A> the type of the input
 * @param <R> the type of the result
 */
public final class FakeTask<A, R extends @Nullable Object> {
    private final List<A> inputs = new CopyOnWriteArrayList<>();
    private volatile TypedHandler<A, R> work;

    /**
     * Makes a task that ends the execution with an {@link UnstubbedTaskException} until a test says what it does.
     *
     * @param stateName the name of the Task state
     * @param setter the method of the fake that says it, to be named in the message
     */
    public FakeTask(String stateName, String setter) {
        this.work = (input, context) -> {
            throw new UnstubbedTaskException(
                    "nothing was said about the state \"" + stateName + "\"; call " + setter + " first");
        };
    }

    /** Says what the task does from now on. It may fail with any error, whether or not the definition names that for the state. */
    public void does(TypedHandler<A, R> handler) {
        work = handler;
    }

    /** Returns the inputs so far, each attempt once. */
    public List<A> inputs() {
        return List.copyOf(inputs);
    }

    /** Returns the result of the task for an input; throws whatever the work throws, as it is. */
    public R handle(A input, TaskContext context) {
        inputs.add(input);
        return this.<RuntimeException>call(input, context);
    }

    /** The compiler takes the type of the exception for that which its caller says, and nothing at run time looks. */
    @SuppressWarnings("unchecked")
    private <E extends Exception> R call(A input, TaskContext context) throws E {
        try {
            return work.handle(input, context);
        } catch (Exception e) {
            throw (E) e;
        }
    }
}
