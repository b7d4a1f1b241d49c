package dev.stepwright.dsl;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Java methods as tasks, given as method references; serializable, since only then does the compiler record the method. */
public final class TaskMethods {
    private TaskMethods() {}

    /** A method of a service, named by its type: {@code Shop::charge}. The instance comes at run time. */
    @FunctionalInterface
    public interface ServiceMethod<S, A, R> extends Serializable {
        R call(S service, A argument) throws Exception;
    }

    /** A method that needs nothing but its argument: {@code shop::charge}, or a static one. */
    @FunctionalInterface
    public interface Handler<A, R> extends Serializable {
        R call(A argument) throws Exception;
    }

    /** Like {@link ServiceMethod}, without a result. */
    @FunctionalInterface
    public interface ServiceAction<S, A> extends Serializable {
        void call(S service, A argument) throws Exception;
    }

    /** Like {@link Handler}, without a result. */
    @FunctionalInterface
    public interface Action<A> extends Serializable {
        void call(A argument) throws Exception;
    }

    /** A method of a service that sees to it that somebody answers with the token: {@code Desk::ask}. The instance comes at run time. */
    @FunctionalInterface
    public interface ServiceCallback<S, A, R> extends Serializable {
        void call(S service, A argument, TaskToken<R> token) throws Exception;
    }

    /** Like {@link ServiceCallback}, for a method that needs nothing but its arguments: {@code desk::ask}, or a static one. */
    @FunctionalInterface
    public interface Callback<A, R> extends Serializable {
        void call(A argument, TaskToken<R> token) throws Exception;
    }

    /**
     * What a callback is called with.
     *
     * @param input the argument of the method
     */
    record Handed<A, R>(A input, TaskToken<R> token) {}

    /** A task method without its types. */
    @FunctionalInterface
    interface Call {
        @Nullable
        Object call(@Nullable Object service, @Nullable Object argument) throws Exception;
    }
}
