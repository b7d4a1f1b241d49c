package dev.stepwright.validation.limit;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.Locale;

/** A state cannot go well within the events that the history of an execution may have. */
final class HistoryTooLong extends Rule {
    HistoryTooLong() {
        super("ASL-LIM-002", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        EventCounts counts = new EventCounts(machine);
        EventCounts.maps(machine)
                .filter(map -> counts.ofState(map) > EventCounts.MOST)
                .filter(map -> counts.ofItem(map) <= EventCounts.MOST)
                .forEach(map -> findings.add(at(
                        map.at("Items"),
                        String.format(
                                Locale.ROOT,
                                "%,d items with at least %,d events each make %,d events, but a Standard execution can have only %,d, so it always fails here; use a distributed Map, which runs each item as an execution of its own",
                                EventCounts.itemsOf(map),
                                counts.ofItem(map),
                                counts.ofState(map),
                                EventCounts.MOST))));
    }
}
