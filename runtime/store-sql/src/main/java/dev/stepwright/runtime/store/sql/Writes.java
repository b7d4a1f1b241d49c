package dev.stepwright.runtime.store.sql;

/** Takes what is to be written, in its order. */
public interface Writes {
    /** Submits something. What is submitted first is never committed later. */
    void submit(Write write);

    /** Submits something that somebody waits for; the calling thread may write it itself if nothing else is being written. */
    default void writeOrSubmit(Write write) {
        submit(write);
    }
}
