package dev.stepwright.diagram.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.diagram.markup.Updates;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a report.
 *
 * @param from pages that lead here, the outermost first
 * @param onwards pages that belong to this one
 * @param updates what keeps it up to date; null if it stays as it is
 * @param controls what can be done here, as markup; empty if nothing
 * @param values address at which values are whole that are cut here; null if there is none
 * @param search where events are searched; null if nowhere
 */
record Frame(
        String title,
        List<Link> from,
        List<Link> onwards,
        @Nullable Updates updates,
        String controls,
        @Nullable String values,
        @Nullable Search search) {
    static final Frame PLAIN = new Frame("Execution", List.of(), List.of(), null, "", null, null);

    /** A link to another page. */
    record Link(String address, String words) {}

    /**
     * A search for events.
     *
     * @param address of this page; a query like {@code ?find=Pay} is added
     * @param text what the events shown here have in their state, type or data, in any case; empty for all events
     */
    record Search(String address, String text) {
        /** Returns the address of this page with the events that have another text. */
        String of(String wanted) {
            return address + "?find=" + URLEncoder.encode(wanted, UTF_8) + "#events";
        }
    }

    /** Writes words that lead to the events of a state, if they can be searched. */
    void toEventsOf(HtmlPage page, String state, String words) {
        if (search == null) {
            page.markup().text(words);
        } else {
            page.link(search.of(state), words);
        }
    }

    Frame titled(String name) {
        return new Frame(name, from, onwards, updates, controls, values, search);
    }

    Frame from(Link link) {
        return new Frame(title, with(from, link), onwards, updates, controls, values, search);
    }

    Frame onwards(Link link) {
        return new Frame(title, from, with(onwards, link), updates, controls, values, search);
    }

    private static List<Link> with(List<Link> links, Link last) {
        List<Link> all = new ArrayList<>(links);
        all.add(last);
        return List.copyOf(all);
    }

    Frame updates(Updates by) {
        return new Frame(title, from, onwards, by, controls, values, search);
    }

    Frame controls(String markup) {
        return new Frame(title, from, onwards, updates, markup, values, search);
    }

    Frame values(String address) {
        return new Frame(title, from, onwards, updates, controls, address, search);
    }

    Frame search(String address, String text) {
        return new Frame(title, from, onwards, updates, controls, values, new Search(address, text));
    }
}
