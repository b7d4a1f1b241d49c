package dev.stepwright.runtime.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the state of an execution is made anew from.
 *
 * @param snapshot the latest there is; null for none
 * @param batches those that came after it, in their order; without a snapshot all
 */
public record Resumption(@Nullable Snapshot snapshot, List<Batch> batches) {}
