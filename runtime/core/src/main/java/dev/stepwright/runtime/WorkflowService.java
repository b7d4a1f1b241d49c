package dev.stepwright.runtime;

/** Where state machines run that are not registered with an engine of this process, but are there already. */
public interface WorkflowService {
    /**
     * Returns a client for a machine.
     *
     * @param machineName the name under which the service knows it
     */
    <I, O> WorkflowClient<I, O> client(String machineName, Class<I> input, Class<O> output);
}
