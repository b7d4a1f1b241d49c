package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** {@code States} is no object, or is empty, or a member of it is no object. */
final class NoStates extends Rule {
    NoStates() {
        super("ASL-TOP-002", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Scope scope, Findings findings) {
        JsonNode states = scope.part().value("States");
        if (states.isMissingNode()) {
            return;
        }
        if (!states.isObject()) {
            findings.add(at(
                            scope.part().at("States"),
                            "States must be an object with the states by name, found " + Words.show(states))
                    .service(ServiceWords.expected(Shape.OBJECT), scope.part().at("States")));
        } else if (states.isEmpty()) {
            findings.add(at(
                            scope.part().at("States"),
                            "States is empty; " + scope.part().kind().thisNoun() + " needs at least one state")
                    .service(ServiceWords.EMPTY, scope.part().at("States")));
        }
        states.properties().stream()
                .filter(state -> !state.getValue().isObject())
                .forEach(state -> findings.add(at(
                                scope.pointerOf(state.getKey()),
                                "state %s must be an object with a Type, found %s"
                                        .formatted(Words.quote(state.getKey()), Words.show(state.getValue())))
                        .service(ServiceWords.expected(Shape.OBJECT), scope.pointerOf(state.getKey()))));
    }
}
