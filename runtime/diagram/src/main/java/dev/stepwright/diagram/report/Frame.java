package dev.stepwright.diagram.report;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a report.
 *
 * @param from address and words of the page that leads here; null if there is none
 * @param onwards pages that belong to this one
 * @param refresh how often a browser loads it again; null if never
 */
record Frame(String title, @Nullable Link from, @Nullable Duration refresh, List<Link> onwards) {
    /** A link to another page. */
    record Link(String address, String words) {}
}
