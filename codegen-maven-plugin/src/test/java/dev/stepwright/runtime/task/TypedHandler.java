package dev.stepwright.runtime.task;

/** Stands in for the runtime's type of this name until the plugin is built after the runtime. */
@FunctionalInterface
public interface TypedHandler<A, R> {
    R handle(A input, TaskContext context) throws Exception;
}
