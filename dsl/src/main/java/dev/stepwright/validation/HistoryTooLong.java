package dev.stepwright.validation;

/** A state cannot go well within the events that the history of an execution may have. */
final class HistoryTooLong extends Rule {
    HistoryTooLong() {
        super("ASL-LIM-002", Severity.ERROR, "");
    }

    @Override
    void check(Machine machine, Findings findings) {
        if (machine.type() == WorkflowType.EXPRESS) {
            return;
        }
        EventCounts counts = new EventCounts(machine);
        machine.parts().stream()
                .filter(part -> part.kind() == Kind.MAP && !RunLimit.isExpressItem(part))
                .filter(map -> counts.ofState(map) > EventCounts.MOST)
                .filter(map -> counts.ofItem(map) <= EventCounts.MOST)
                .forEach(map -> findings.add(at(
                        map.at("Items"),
                        "%,d items with at least %,d events each are %,d events; an execution may have %,d, so that it always fails here; run the items in a distributed Map, whose items are executions of their own"
                                .formatted(
                                        EventCounts.itemsOf(map),
                                        counts.ofItem(map),
                                        counts.ofState(map),
                                        EventCounts.MOST))));
    }
}
