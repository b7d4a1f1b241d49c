package dev.stepwright.runtime;

/** Stands in for the runtime's type of this name until the plugin is built after the runtime. */
public interface Execution<O> {
    String name();
}
