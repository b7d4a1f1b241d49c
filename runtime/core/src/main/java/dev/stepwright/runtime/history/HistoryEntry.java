package dev.stepwright.runtime.history;

import java.time.Instant;

/**
 * One event of an execution in its place.
 *
 * @param id 1 for the first event, then one more for each
 * @param previousId the event that led to this one; 0 where there is none
 */
public record HistoryEntry(long id, long previousId, Instant time, Event event) {}
