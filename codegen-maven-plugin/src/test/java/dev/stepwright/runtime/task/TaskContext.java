package dev.stepwright.runtime.task;

/** Stands in for the runtime's type of this name until the plugin is built after the runtime. */
public interface TaskContext {}
