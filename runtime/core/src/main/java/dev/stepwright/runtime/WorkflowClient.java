package dev.stepwright.runtime;

/**
 * Starts executions of one state machine, wherever it runs: on an engine of this process, on AWS, or on a server that answers
 * as AWS does.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public interface WorkflowClient<I, O> {
    /** Returns the ARN of the machine. */
    String arn();

    /**
     * Starts an execution under a new name.
     *
     * @throws IllegalArgumentException if the input cannot be written as JSON
     */
    StartedExecution<O> start(I input);

    /**
     * Starts an execution under a name. If one of that name and input is running, that one is returned.
     *
     * @throws ExecutionAlreadyExistsException if one of that name has ended or has another input
     * @throws IllegalArgumentException if the input cannot be written as JSON
     */
    StartedExecution<O> start(String executionName, I input);
}
