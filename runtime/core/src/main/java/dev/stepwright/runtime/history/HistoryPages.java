package dev.stepwright.runtime.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pages of a history that is there as a whole. The ids of its events are dense and start at 1. */
public final class HistoryPages {
    private HistoryPages() {}

    /**
     * Returns events in their order.
     *
     * @param afterId the id of the last event that is not wanted; 0 for the beginning
     */
    public static List<HistoryEntry> after(List<HistoryEntry> all, long afterId, int most) {
        int from = (int) Math.min(Math.max(0, afterId), all.size());
        int to = (int) Math.min(all.size(), (long) from + most);
        return List.copyOf(all.subList(from, to));
    }

    /**
     * Returns events, the last one first.
     *
     * @param beforeId the id of the first event that is not wanted; 0 for the end
     */
    public static List<HistoryEntry> before(List<HistoryEntry> all, long beforeId, int most) {
        int to = (int) (beforeId == 0 ? all.size() : Math.min(all.size(), beforeId - 1));
        List<HistoryEntry> page = new ArrayList<>(all.subList(Math.max(0, to - most), to));
        Collections.reverse(page);
        return page;
    }
}
