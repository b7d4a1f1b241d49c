package dev.stepwright.server.api;

/** Whether the data beside it is there. */
public record DataDetails(boolean included) {
    public static final DataDetails INCLUDED = new DataDetails(true);
    public static final DataDetails LEFT_OUT = new DataDetails(false);
}
