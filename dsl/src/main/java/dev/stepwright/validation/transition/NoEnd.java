package dev.stepwright.validation.transition;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import tools.jackson.databind.JsonNode;

/** No state of a scope ends it. */
final class NoEnd extends Rule {
    NoEnd() {
        super("ASL-STA-008", Severity.ERROR, "MISSING_END_STATE");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.scopes().forEach(scope -> check(machine, scope, findings));
    }

    private void check(Machine machine, Scope scope, Findings findings) {
        if (leavesScope(machine, scope)
                || scope.states().isEmpty()
                || !scope.graph().ends().isEmpty()
                || mayEnd(scope)) {
            return;
        }
        Finding finding = at(
                scope.part().at("States"),
                "no state ends %s; add \"End\": true to a state, or add a Succeed or Fail state"
                        .formatted(scope.part().kind().thisNoun()));
        findings.add(
                scope.outer().isEmpty() ? finding.service("Workflow has no terminal state", null) : finding.accepted());
    }

    /** A transition out of the scope is probably meant to be its end, and is reported as what it is. */
    private static boolean leavesScope(Machine machine, Scope scope) {
        return scope.outer().isPresent()
                && scope.graph().transitions().stream()
                        .map(transition -> transition.target().asString(""))
                        .anyMatch(target -> !scope.names().contains(target)
                                && machine.scopeOf(target).isPresent());
    }

    /** A state whose Type or End is wrong or missing is reported as that. */
    private static boolean mayEnd(Scope scope) {
        return scope.names().all().size() > scope.states().size()
                || scope.states().values().stream().anyMatch(NoEnd::mayEnd);
    }

    private static boolean mayEnd(Part state) {
        JsonNode end = state.value("End");
        boolean isUnfinished = Fields.find(state.kind(), "End").isPresent() && !state.has("Next");
        return state.kind() == Kind.UNKNOWN_STATE || isUnfinished || !end.isMissingNode() && !end.isBoolean();
    }
}
