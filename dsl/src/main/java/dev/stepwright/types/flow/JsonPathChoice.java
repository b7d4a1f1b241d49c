package dev.stepwright.types.flow;

import dev.stepwright.asl.ChoiceRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Trail;
import dev.stepwright.types.jsonpath.Conditions;
import dev.stepwright.types.jsonpath.Frame;
import dev.stepwright.types.jsonpath.Outcome;
import dev.stepwright.types.jsonpath.Reads;
import dev.stepwright.types.jsonpath.Verdict;
import dev.stepwright.types.report.FlowRule;
import java.util.List;
import tools.jackson.core.JsonPointer;

/** Choice in JSONPath: each rule lets through what its condition proves; the next rule sees what the ones before disprove. */
final class JsonPathChoice {
    private final Visit visit;
    private final Frame frame;
    private final Conditions conditions;

    JsonPathChoice(Visit visit, Frame frame) {
        this.visit = visit;
        this.frame = frame;
        this.conditions = new Conditions(visit.expressions(), new Reads(visit.node(), visit.recorder(), true));
    }

    void choose(ChoiceState state, JsonPathData data) {
        List<ChoiceRule> rules = state.choices();
        Frame left = frame;
        boolean open = true;
        for (int i = 0; i < rules.size() && open; i++) {
            ChoiceRule rule = rules.get(i);
            Verdict verdict = conditions.judge(rule.json(), left, Trail.at(rule.pointer()), i == 0);
            if (verdict.whenTrue().possible()) {
                data.letThrough("Choices[" + i + "]", rule, after(verdict.whenTrue(), left));
            } else {
                reportNever(rule, i, left);
            }
            open = verdict.whenFalse().possible();
            if (!open) {
                reportRest(state, rules, i);
            }
            left = after(verdict.whenFalse(), left);
        }
        if (open) {
            data.letThrough("Default", state, left);
        }
    }

    private Frame after(Outcome outcome, Frame before) {
        Frame refined = outcome.apply(before);
        return visit.agrees() ? refined.pickedOut() : refined;
    }

    /** What stands after a rule that always matches. */
    private void reportRest(ChoiceState state, List<ChoiceRule> rules, int index) {
        boolean last = index + 1 == rules.size();
        if (last && state.defaultTarget().isEmpty()) {
            return;
        }
        JsonPointer pointer = last ? state.at("Default") : rules.get(index + 1).pointer();
        visit.recorder()
                .report(
                        FlowRule.RULE_NEVER,
                        Trail.at(pointer),
                        () -> "state %s: Choices[%d] always matches, so %s is never used"
                                .formatted(
                                        JsonText.quote(visit.node().name()),
                                        index,
                                        last ? "Default" : "Choices[" + (index + 1) + "]"));
    }

    private void reportNever(ChoiceRule rule, int index, Frame left) {
        visit.recorder()
                .report(
                        FlowRule.RULE_NEVER,
                        Trail.at(rule.pointer()),
                        () -> "state %s: Choices[%d] never matches, so it never leads to %s%s"
                                .formatted(
                                        JsonText.quote(visit.node().name()),
                                        index,
                                        JsonText.quote(rule.next().orElse("its Next")),
                                        conditions
                                                .absent(rule.json(), left)
                                                .map("; "::concat)
                                                .orElse("")));
    }
}
