package dev.stepwright.diagram.report;

import dev.stepwright.diagram.markup.Address;
import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.diagram.markup.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param now until when what goes on has lasted; null if that is not known
 */
record Frame(
        String title,
        List<Link> from,
        List<Link> onwards,
        @Nullable Updates updates,
        String controls,
        @Nullable String values,
        @Nullable Search search,
        @Nullable Instant now) {
    static final Frame PLAIN = new Frame("Execution", List.of(), List.of(), null, "", null, null, null);

    /** A link to another page. */
    record Link(String address, String words) {}

    /**
     * A search for events.
     *
     * @param address of this page; a query like {@code ?find=Pay} or {@code ?state=Pay} is added
     * @param kept other fields of the query, which stay as they are
     * @param text what the events shown here have in their state, type or data, in any case; empty for all events
     * @param state the one whose events are shown here, with what went into it and came out; empty for those of all states
     */
    record Search(String address, Map<String, String> kept, String text, String state) {
        Search {
            kept = Map.copyOf(kept);
        }

        /** Returns the address of this page with what a state has done. */
        String of(String wanted) {
            Map<String, String> fields = new LinkedHashMap<>(kept);
            fields.put("state", wanted);
            return Address.of(address, fields) + "#" + ChosenState.ID;
        }

        /** Returns the address of this page with all events. */
        String all() {
            return Address.of(address, kept) + "#events";
        }

        boolean isForAll() {
            return text.isEmpty() && state.isEmpty();
        }
    }

    /**
     * Writes words that lead to what a state has done, if that can be shown.
     *
     * @param state empty for none
     */
    void toState(HtmlPage page, String state, String words) {
        if (search == null || state.isEmpty()) {
            page.markup().text(words);
        } else {
            page.markup().open("a").attribute("href", search.of(state));
            if (state.equals(search.state())) {
                page.markup().attribute("aria-current", "true");
            }
            page.markup().text(words).close("a");
        }
    }

    Frame titled(String name) {
        return new Frame(name, from, onwards, updates, controls, values, search, now);
    }

    Frame from(Link link) {
        return new Frame(title, with(from, link), onwards, updates, controls, values, search, now);
    }

    Frame onwards(Link link) {
        return new Frame(title, from, with(onwards, link), updates, controls, values, search, now);
    }

    private static List<Link> with(List<Link> links, Link last) {
        List<Link> all = new ArrayList<>(links);
        all.add(last);
        return List.copyOf(all);
    }

    Frame updates(Updates by) {
        return new Frame(title, from, onwards, by, controls, values, search, now);
    }

    Frame controls(String markup) {
        return new Frame(title, from, onwards, updates, markup, values, search, now);
    }

    Frame values(String address) {
        return new Frame(title, from, onwards, updates, controls, address, search, now);
    }

    Frame search(Search by) {
        return new Frame(title, from, onwards, updates, controls, values, by, now);
    }

    /** A clock that was set back does not make anything last less than nothing. */
    Frame notBefore(Instant last) {
        return now == null || !now.isBefore(last) ? this : now(last);
    }

    Frame now(Instant time) {
        return new Frame(title, from, onwards, updates, controls, values, search, time);
    }
}
