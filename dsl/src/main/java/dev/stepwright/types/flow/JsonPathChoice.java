package dev.stepwright.types.flow;

import dev.stepwright.asl.ChoiceRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.json.JsonText;
import java.util.List;

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
            Verdict verdict = conditions.judge(rule.json(), left, rule.pointer(), i == 0);
            if (verdict.canHold()) {
                data.letThrough("Choices[" + i + "]", rule, Fact.apply(verdict.whenTrue(), left));
            } else {
                reportNever(rule, i);
            }
            open = verdict.canFail();
            left = Fact.apply(verdict.whenFalse(), left);
        }
        if (open) {
            data.letThrough("Default", state, left);
        }
    }

    private void reportNever(ChoiceRule rule, int index) {
        visit.recorder()
                .report(
                        FlowRule.RULE_NEVER,
                        rule.pointer(),
                        () -> "state %s: rule %d can never match what comes in, so %s is not reached by it"
                                .formatted(
                                        JsonText.quote(visit.node().name()),
                                        index + 1,
                                        JsonText.quote(rule.next().orElse("its Next"))));
    }
}
