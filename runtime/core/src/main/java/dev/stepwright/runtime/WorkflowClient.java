package dev.stepwright.runtime;

/**
 * Starts executions of one state machine and finds them again, wherever it runs: on an engine of this process, on AWS, or on a server that answers
 * as AWS does.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public interface WorkflowClient<I, O> {
    /** Returns the ARN of the machine. */
    String arn();

    /**
     * Has what executions take and give checked. An engine of this process refuses to start with an input that is not right, fails the
     * execution whose output is not, and fails tasks likewise. Where the machine runs elsewhere, the input is checked before it is sent,
     * and the output when it is asked for: it is then refused as one that does not fit its type. Nothing is seen of tasks there.
     *
     * @return this machine, checked
     */
    WorkflowClient<I, O> checked(PayloadCheck check);

    /**
     * Starts an execution under a new name.
     *
     * @throws InvalidInputException if the machine is checked and the input is refused
     * @throws IllegalArgumentException if the input cannot be written as JSON
     */
    StartedExecution<O> start(I input);

    /**
     * Starts an execution under a name. If one of that name and input is running, that one is returned.
     *
     * @param executionName 1 to 80 characters, see {@link ResourceNames#isAllowed}
     * @throws ExecutionAlreadyExistsException if one of that name has ended or has another input
     * @throws InvalidInputException if the machine is checked and the input is refused
     * @throws IllegalArgumentException if this cannot be a name, or if the input cannot be written as JSON
     */
    StartedExecution<O> start(String executionName, I input);

    /**
     * Returns an execution that was started before, by this process or another: one that runs, or one that has ended and is still known.
     *
     * @param nameOrArn its name, or its ARN, which begins with {@code arn:}
     * @throws ExecutionDoesNotExistException if there is none, or none any more
     * @throws IllegalArgumentException if it is the ARN of an execution of another machine
     * @throws IllegalStateException if an engine of this process knows it from its store, but has not recovered it
     */
    StartedExecution<O> execution(String nameOrArn);
}
