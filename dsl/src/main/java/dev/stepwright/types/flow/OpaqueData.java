package dev.stepwright.types.flow;

import dev.stepwright.asl.CatchRule;
import dev.stepwright.asl.ChoiceRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.types.lattice.Value;
import java.util.List;

/** A state whose fields are not followed. */
final class OpaqueData implements StateData {
    private final Visit visit;

    OpaqueData(Visit visit) {
        this.visit = visit;
    }

    @Override
    public Value arguments() {
        return Value.ANY;
    }

    @Override
    public Value passed() {
        return Value.ANY;
    }

    @Override
    public Value items() {
        return Value.ANY;
    }

    @Override
    public Value itemInput(Value item, Value context) {
        return Value.ANY;
    }

    @Override
    public Value batchInput() {
        return Value.ANY;
    }

    @Override
    public void times() {}

    @Override
    public void leave(Value result) {
        visit.leave(Value.ANY, visit.entry().variables());
    }

    @Override
    public void leaveByCatch() {
        List<CatchRule> rules = visit.node().state().catchRules();
        for (int i = 0; i < rules.size(); i++) {
            visit.go(
                    "Catch[" + i + "]",
                    rules.get(i).next(),
                    Value.ANY,
                    visit.entry().variables());
        }
    }

    @Override
    public void leaveUnchanged() {
        leave(Value.ANY);
    }

    @Override
    public void choose(ChoiceState state) {
        List<ChoiceRule> rules = state.choices();
        for (int i = 0; i < rules.size(); i++) {
            visit.go(
                    "Choices[" + i + "]",
                    rules.get(i).next(),
                    Value.ANY,
                    visit.entry().variables());
        }
        visit.go("Default", state.defaultTarget(), Value.ANY, visit.entry().variables());
    }

    @Override
    public void succeed() {
        visit.end(Value.ANY);
    }

    @Override
    public void fail() {}
}
