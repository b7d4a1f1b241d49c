package dev.stepwright.validation.transition;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** {@code StartAt} names no state of its scope. */
final class UnknownStart extends Rule {
    UnknownStart() {
        super("ASL-TOP-003", Severity.ERROR, "MISSING_TRANSITION_TARGET");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.scopes().stream()
                .filter(scope -> !scope.names().all().isEmpty())
                .filter(scope -> scope.startAt().isString() && !Text.isUnknown(scope.startAt()))
                .filter(scope -> !scope.names().contains(scope.startAt().stringValue()))
                .forEach(scope -> findings.add(finding(machine, scope)));
    }

    private Finding finding(Machine machine, Scope scope) {
        String start = scope.startAt().stringValue();
        JsonPointer at = scope.part().at("StartAt");
        Optional<String> near = scope.names().nearest(start);
        return at(at, message(machine, scope, start, near))
                .service("Missing 'Next' target: " + start, at)
                .mendedBy(near.map(word -> Fix.spell(at, start, word)));
    }

    private static String message(Machine machine, Scope scope, String start, Optional<String> near) {
        String remedy =
                near.isEmpty() ? "; the states are " + Words.allOf(scope.names().all()) : Words.didYouMean(near);
        return "StartAt names %s, which is not a state of %s%s%s"
                .formatted(
                        Words.quote(start),
                        scope.part().kind().thisNoun(),
                        machine.scopeOf(start)
                                .map(other -> " but of " + other.part().kind().noun())
                                .orElse(""),
                        remedy);
    }
}
