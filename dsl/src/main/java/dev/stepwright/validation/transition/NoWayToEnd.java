package dev.stepwright.validation.transition;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Graph;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** There is an end, but no way from the start to it. */
final class NoWayToEnd extends Rule {
    NoWayToEnd() {
        super("ASL-STA-010", Severity.ERROR, "");
    }

    @Override
    protected void check(Scope scope, Findings findings) {
        String start = scope.startAt().asString("");
        Graph graph = scope.graph();
        if (!scope.names().contains(start) || graph.ends().isEmpty()) {
            return;
        }
        if (!graph.leadingToEnd().contains(start)) {
            findings.add(at(
                    scope.part().at("StartAt"),
                    "no execution ever ends, because nothing leads from %s to %s; add a transition"
                            .formatted(Words.quote(start), Words.anyOf(graph.ends()))));
        }
    }
}
