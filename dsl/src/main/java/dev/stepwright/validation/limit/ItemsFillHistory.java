package dev.stepwright.validation.limit;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.Locale;

/** The items of an inline Map, whose number is not known, take so many events each that few of them fill the history. */
final class ItemsFillHistory extends Rule {
    private static final long FEW_ITEMS = 250;

    ItemsFillHistory() {
        super("ASL-LIM-003", Severity.HINT, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        EventCounts counts = new EventCounts(machine);
        EventCounts.maps(machine)
                .filter(map -> EventCounts.itemsOf(map) == 0)
                .forEach(map -> check(map, counts.ofItem(map), findings));
    }

    private void check(Part map, long events, Findings findings) {
        if (events > EventCounts.MOST / FEW_ITEMS && events <= EventCounts.MOST) {
            findings.add(at(
                    map.at("Type"),
                    String.format(
                            Locale.ROOT,
                            "an item takes at least %,d events, so a Standard execution, which can have %,d, fails with more than %,d items; use a distributed Map, where each item has a history of its own",
                            events,
                            EventCounts.MOST,
                            EventCounts.MOST / events)));
        }
    }
}
