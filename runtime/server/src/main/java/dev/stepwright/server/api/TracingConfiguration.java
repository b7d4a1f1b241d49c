package dev.stepwright.server.api;

/** Whether a machine's executions are traced. Kept and shown; this server sends no traces. */
public record TracingConfiguration(boolean enabled) {
    /** What a machine has that says nothing. */
    public static final TracingConfiguration DISABLED = new TracingConfiguration(false);

    static TracingConfiguration read(Members in) {
        return new TracingConfiguration(in.flag("enabled"));
    }
}
