package dev.stepwright.validation.transition;

import dev.stepwright.types.report.Finding.Level;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** {@code StartAt} names no state of its scope. */
final class UnknownStart extends Rule {
    UnknownStart() {
        super("ASL-TOP-003", Level.ERROR, "MISSING_TRANSITION_TARGET");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.scopes().stream()
                .filter(scope -> !scope.names().all().isEmpty())
                .filter(scope -> scope.startAt().isString() && !Text.isUnknown(scope.startAt()))
                .filter(scope -> !scope.names().contains(scope.startAt().stringValue()))
                .forEach(scope -> findings.add(at(scope.part().at("StartAt"), message(machine, scope))
                        .service(
                                "Missing 'Next' target: " + scope.startAt().stringValue(),
                                scope.part().at("StartAt"))));
    }

    private static String message(Machine machine, Scope scope) {
        String start = scope.startAt().stringValue();
        String near = Words.didYouMean(scope.names(), start);
        String remedy =
                near.isEmpty() ? "; its states are " + Words.allOf(scope.names().all()) : near;
        return "StartAt names %s, which is no state of %s%s%s"
                .formatted(
                        Words.quote(start),
                        scope.part().kind().thisNoun(),
                        machine.scopeOf(start)
                                .map(other -> " but of " + other.part().kind().noun())
                                .orElse(""),
                        remedy);
    }
}
