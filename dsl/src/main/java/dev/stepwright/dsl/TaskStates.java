package dev.stepwright.dsl;

import dev.stepwright.dsl.TaskMethods.Action;
import dev.stepwright.dsl.TaskMethods.Handed;
import dev.stepwright.dsl.TaskMethods.Handler;
import dev.stepwright.dsl.TaskMethods.ServiceAction;
import dev.stepwright.dsl.TaskMethods.ServiceCallback;
import dev.stepwright.dsl.TaskMethods.ServiceMethod;
import dev.stepwright.json.JavaValues;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The part of {@link Dsl} that makes Task states. */
@SuppressWarnings("overloads") // the arity of an exact method reference selects among them
public abstract class TaskStates extends Choices {
    private static final String START_EXECUTION = "arn:aws:states:::states:startExecution";

    TaskStates() {}

    /**
     * Returns a Task state that calls a method of a service, such as {@code Shop::charge}.
     *
     * @param method a method of one parameter, as a reference; its {@code Resource} is that of {@link TaskResource}, else the placeholder
     *     <code>${Shop_charge}</code>
     * @throws IllegalArgumentException if it is a lambda expression, not a reference
     * @see <a href="https://states-language.net/spec.html#task-state">ASL: Task State</a>
     */
    public static <S, A, R> Task<A, R> task(String name, ServiceMethod<S, A, R> method) {
        return task(
                name,
                TaskMethod.ofService(
                        method, (service, argument) -> method.call(unchecked(service), unchecked(argument))));
    }

    /** Returns a Task state that calls a static method, or a method of an instance that is at hand. */
    public static <A, R> Task<A, R> task(String name, Handler<A, R> method) {
        return task(name, TaskMethod.ofHandler(method, (service, argument) -> method.call(unchecked(argument))));
    }

    /** Returns a Task state that calls a method of a service which gives nothing; its result is null. */
    public static <S, A> Task<A, Void> task(String name, ServiceAction<S, A> method) {
        return task(name, TaskMethod.ofService(method, (service, argument) -> {
            method.call(unchecked(service), unchecked(argument));
            return null;
        }));
    }

    /** Returns a Task state that calls a static method, or a method of an instance at hand, which gives nothing. */
    public static <A> Task<A, Void> task(String name, Action<A> method) {
        return task(name, TaskMethod.ofHandler(method, (service, argument) -> {
            method.call(unchecked(argument));
            return null;
        }));
    }

    /** Handlers bind an instance of the class that a reference names; callers give the argument that its method declares, or null. */
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unchecked(@Nullable Object value) {
        return (T) value;
    }

    private static <A, R> Task<A, R> task(String name, TaskMethod method) {
        String resource = method.isCallback() ? Envelope.CALLBACK : method.placeholder();
        return new Task<>(
                ActionNode.of(name, new Work.Task(resource, method.argument(), method.result(), method, null)));
    }

    /**
     * Returns a Task state that waits for an answer, days if need be: it calls a method of a service such as {@code Desk::ask}, which takes the
     * input and a token and sees to it that somebody sends that back with the result. What the method itself gives is not looked at; what it throws
     * fails the state. Give it a {@code timeout}, or it waits for a year.
     *
     * <p>AWS: it is {@code lambda:invoke.waitForTaskToken}; the function, that of {@link TaskResource} or else the placeholder
     * <code>${Desk_ask}</code>, gets <code>{"input": ..., "token": "..."}</code>, and the answer comes by SendTaskSuccess.
     *
     * @param method a method of two parameters, as a reference; the token's type says what is sent back: {@code TaskToken<Answer>}
     * @throws IllegalArgumentException if it is a lambda expression, not a reference
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token">AWS: Wait for a Callback
     *     with Task Token</a>
     */
    public static <S, A, R> Task<A, R> callback(String name, ServiceCallback<S, A, R> method) {
        return task(name, TaskMethod.ofServiceCallback(method, (service, argument) -> {
            Handed<A, R> handed = unchecked(argument);
            method.call(unchecked(service), handed.input(), handed.token());
            return null;
        }));
    }

    /** Returns a Task state that waits for an answer, as {@link #callback(String, ServiceCallback)}; for a static method, or one of an instance at hand. */
    public static <A, R> Task<A, R> callback(String name, TaskMethods.Callback<A, R> method) {
        return task(name, TaskMethod.ofCallback(method, (service, argument) -> {
            Handed<A, R> handed = unchecked(argument);
            method.call(handed.input(), handed.token());
            return null;
        }));
    }

    /** Returns a Task state that uses any resource. */
    public static <A, R> Task<A, R> task(String name, Resource<A, R> resource) {
        return task(name, resource.arn(), resource.argument(), resource.result(), null);
    }

    private static <A, R> Task<A, R> task(
            String name, String resource, Type argument, Type result, @Nullable Envelope envelope) {
        return new Task<>(ActionNode.of(
                name,
                new Work.Task(
                        resource,
                        JavaValues.mapper().constructType(argument),
                        JavaValues.mapper().constructType(result),
                        null,
                        envelope)));
    }

    /**
     * Returns a Task state that calls a Lambda function by {@code lambda:invoke}: its argument is the {@code Payload}, its result what the
     * function gives, without what Lambda puts around it.
     *
     * @param function its name, its ARN or a placeholder for it, with what it takes and gives
     */
    public static <A, R> Task<A, R> invoke(String name, Resource<A, R> function) {
        return task(
                name,
                Envelope.LAMBDA_INVOKE,
                function.argument(),
                function.result(),
                Envelope.ofFunction(function.arn()));
    }

    /**
     * Returns a Task state that runs another machine to its end and gives what that gives; if that fails, so does the state.
     *
     * @param machine a standard machine, not an express one
     */
    public static <A, R> Task<A, R> runMachine(String name, MachineReference<A, R> machine) {
        return task(
                name,
                START_EXECUTION + ".sync:2",
                machine.input(),
                machine.output(),
                Envelope.ofMachine(machine.arn()));
    }

    /** Returns a Task state that starts another machine and goes on at once; how that ends is never known here. */
    public static <A> Task<A, NestedExecution> startMachine(String name, MachineReference<A, ?> machine) {
        return task(name, START_EXECUTION, machine.input(), NestedExecution.class, Envelope.starting(machine.arn()));
    }
}
