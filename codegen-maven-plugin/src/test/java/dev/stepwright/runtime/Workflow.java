package dev.stepwright.runtime;

/** Stands in for the runtime's type of this name until the plugin is built after the runtime. */
public interface Workflow<I, O> {
    Execution<O> start(I input);

    Execution<O> start(String executionName, I input);
}
