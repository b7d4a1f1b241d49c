package dev.stepwright.server.api;

/** Whether the data beside it is there; here it always is. */
public record DataDetails(boolean included) {
    public static final DataDetails INCLUDED = new DataDetails(true);
}
