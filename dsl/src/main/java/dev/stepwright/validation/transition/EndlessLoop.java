package dev.stepwright.validation.transition;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Graph;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A state from which no way leads to an end, although there are ways to an end from the start. */
final class EndlessLoop extends Rule {
    EndlessLoop() {
        super("ASL-STA-011", Severity.WARNING, "");
    }

    @Override
    protected void check(Scope scope, Findings findings) {
        String start = scope.startAt().asString("");
        Graph graph = scope.graph();
        if (!scope.names().contains(start)) {
            return;
        }
        Set<String> leading = graph.leadingToEnd();
        List<String> caught = new ArrayList<>(graph.reachableFrom(start));
        caught.removeAll(leading);
        if (leading.contains(start) && !caught.isEmpty()) {
            findings.add(atName(
                    scope.pointerOf(caught.get(0)),
                    "no transition leads out of the loop of %s, so it never ends; add one, for example in a Choice state"
                            .formatted(Words.allOf(caught))));
        }
    }
}
