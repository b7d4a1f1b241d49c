package dev.stepwright.validation.transition;

import dev.stepwright.types.report.Finding.Level;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Graph;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Optional;

/** A transition names no state of its scope. */
final class UnknownTarget extends Rule {
    UnknownTarget() {
        super("ASL-STA-007", Level.ERROR, "MISSING_TRANSITION_TARGET");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.scopes()
                .forEach(scope -> scope.graph().transitions().stream()
                        .filter(transition -> transition.target().isString()
                                && !Text.isUnknown(transition.target())
                                && !scope.names().contains(transition.target().stringValue())
                                && isAllowed(scope, transition))
                        .forEach(
                                transition -> findings.add(at(transition.pointer(), message(machine, scope, transition))
                                        .service(
                                                "Missing 'Next' target: "
                                                        + transition.target().stringValue(),
                                                transition.pointer()))));
    }

    /** A field that the type of state does not have is another finding. */
    private static boolean isAllowed(Scope scope, Graph.Transition transition) {
        Part state = scope.states().get(transition.from());
        return state != null && Fields.find(state.kind(), transition.field()).isPresent();
    }

    private static String message(Machine machine, Scope scope, Graph.Transition transition) {
        String target = transition.target().stringValue();
        String field = transition.pointer().last().getMatchingProperty();
        Optional<Scope> elsewhere = machine.scopeOf(target);
        if (elsewhere.isPresent()) {
            return "%s names %s, which belongs to %s at line %d; a transition stays within its own States"
                    .formatted(
                            field,
                            Words.quote(target),
                            elsewhere.get().part().kind() == Kind.MACHINE
                                    ? "the machine"
                                    : elsewhere.get().part().kind().noun(),
                            machine.document()
                                    .keyPosition(elsewhere.get().pointerOf(target))
                                    .line());
        }
        String near = Words.didYouMean(scope.names(), target);
        return "%s names %s, which is no state here%s"
                .formatted(
                        field,
                        Words.quote(target),
                        near.isEmpty()
                                ? "; there are " + Words.allOf(scope.names().all())
                                : near);
    }
}
