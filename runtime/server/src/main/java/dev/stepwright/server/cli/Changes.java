package dev.stepwright.server.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Tells that files have changed. */
interface Changes extends Closeable {
    /** What makes them. */
    interface Source {
        Changes open() throws IOException;
    }

    /** Begins to look at the files in folders; one that is looked at already, or is gone, does no harm. */
    void watch(Set<Path> folders) throws IOException;

    /**
     * Waits until something in the folders has changed, since it was looked at or told last, and nothing changes any more.
     *
     * @return whether anything can change still
     */
    boolean await() throws InterruptedException;
}
