package dev.stepwright.runtime;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.task.TaskHandlers;

/** Stands in for the runtime's type of this name until the plugin is built after the runtime. */
public interface Engine {
    <I, O> Workflow<I, O> register(
            String name, StateMachineDefinition definition, Class<I> input, Class<O> output, TaskHandlers handlers);
}
