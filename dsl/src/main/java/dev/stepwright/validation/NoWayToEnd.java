package dev.stepwright.validation;

/** There is an end, but no way from the start to it. */
final class NoWayToEnd extends Rule {
    NoWayToEnd() {
        super("ASL-STA-010", Severity.ERROR, "");
    }

    @Override
    void check(Scope scope, Findings findings) {
        String start = scope.startAt().asString("");
        Graph graph = scope.graph();
        if (!scope.names().contains(start) || graph.ends().isEmpty()) {
            return;
        }
        if (!graph.leadingToEnd().contains(start)) {
            findings.add(at(
                    scope.part().at("StartAt"),
                    "the way from %s never ends: it does not lead to %s"
                            .formatted(Words.quote(start), Words.anyOf(graph.ends()))));
        }
    }
}
