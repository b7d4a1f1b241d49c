package dev.stepwright.runtime.store;

/** A store whose contents survive the process and the machine's power. */
public interface DurableStore extends ExecutionStore {
    /** Returns the texts that are kept beside the executions. */
    DocumentStore documents();
}
