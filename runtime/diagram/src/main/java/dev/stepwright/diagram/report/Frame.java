package dev.stepwright.diagram.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a report.
 *
 * @param from address and words of the page that leads here; null if there is none
 * @param onwards pages that belong to this one
 * @param refresh how often a browser loads it again; null if never
 * @param controls what can be done here, as markup; empty if nothing
 * @param values address at which values are whole that are cut here; null if there is none
 */
record Frame(
        String title,
        @Nullable Link from,
        List<Link> onwards,
        @Nullable Duration refresh,
        String controls,
        @Nullable String values) {
    static final Frame PLAIN = new Frame("Execution", null, List.of(), null, "", null);

    /** A link to another page. */
    record Link(String address, String words) {}

    Frame titled(String name) {
        return new Frame(name, from, onwards, refresh, controls, values);
    }

    Frame from(Link link) {
        return new Frame(title, link, onwards, refresh, controls, values);
    }

    Frame onwards(Link link) {
        List<Link> links = new ArrayList<>(onwards);
        links.add(link);
        return new Frame(title, from, List.copyOf(links), refresh, controls, values);
    }

    Frame refresh(Duration time) {
        return new Frame(title, from, onwards, time, controls, values);
    }

    Frame controls(String markup) {
        return new Frame(title, from, onwards, refresh, markup, values);
    }

    Frame values(String address) {
        return new Frame(title, from, onwards, refresh, controls, address);
    }
}
