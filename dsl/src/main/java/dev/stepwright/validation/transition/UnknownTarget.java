package dev.stepwright.validation.transition;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Graph;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** A transition names no state of its scope. */
final class UnknownTarget extends Rule {
    UnknownTarget() {
        super("ASL-STA-007", Severity.ERROR, "MISSING_TRANSITION_TARGET");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.scopes()
                .forEach(scope -> scope.graph().transitions().stream()
                        .filter(transition -> transition.target().isString()
                                && !Text.isUnknown(transition.target())
                                && !scope.names().contains(transition.target().stringValue())
                                && isAllowed(scope, transition))
                        .forEach(transition -> findings.add(finding(machine, scope, transition))));
    }

    /** A field that the type of state does not have is another finding. */
    private static boolean isAllowed(Scope scope, Graph.Transition transition) {
        Part state = scope.states().get(transition.from());
        return state != null && Fields.find(state.kind(), transition.field()).isPresent();
    }

    private Finding finding(Machine machine, Scope scope, Graph.Transition transition) {
        String target = transition.target().stringValue();
        JsonPointer at = transition.pointer();
        Optional<Scope> elsewhere = machine.scopeOf(target);
        Optional<String> near =
                elsewhere.isPresent() ? Optional.empty() : scope.names().nearest(target);
        String message = at.last().getMatchingProperty() + " names " + Words.quote(target)
                + elsewhere.map(other -> outside(machine, other, target)).orElseGet(() -> absent(scope, near));
        return at(at, message)
                .service("Missing 'Next' target: " + target, at)
                .mendedBy(near.map(word -> Fix.spell(at, target, word)));
    }

    private static String outside(Machine machine, Scope scope, String target) {
        Part holder = scope.part();
        return ", which belongs to %s at line %d; a transition cannot leave its own States"
                .formatted(
                        holder.kind() == Kind.MACHINE
                                ? "the machine"
                                : holder.kind().noun(),
                        machine.document().keyPosition(scope.pointerOf(target)).line());
    }

    private static String absent(Scope scope, Optional<String> near) {
        return ", which is not a state here"
                + (near.isEmpty()
                        ? "; the states are " + Words.allOf(scope.names().all())
                        : Words.didYouMean(near));
    }
}
