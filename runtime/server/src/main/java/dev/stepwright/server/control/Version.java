package dev.stepwright.server.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision that was published.
 *
 * @param number 1 for the first of a machine; never given again
 */
record Version(int number, Revision revision, @Nullable String description, Instant creationDate) {}
