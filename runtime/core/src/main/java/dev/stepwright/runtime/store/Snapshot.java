package dev.stepwright.runtime.store;

import java.time.Instant;

/**
 * The state of an execution after one of its batches.
 *
 * @param sequence the batch
 * @param time of its stimulus
 * @param state as the engine writes it; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Snapshot(long sequence, Instant time, byte[] state) {}
