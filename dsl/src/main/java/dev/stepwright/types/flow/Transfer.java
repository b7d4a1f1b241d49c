package dev.stepwright.types.flow;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateVisitor;
import dev.stepwright.asl.SucceedState;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.UnknownState;
import dev.stepwright.asl.WaitState;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.ScopeNode;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Value;
import java.util.List;

/** What a state does to its data, by its kind; what its fields do, its language says. Gives the visit back. */
final class Transfer implements StateVisitor<Visit> {
    private final Visit visit;
    private final StateData data;

    private Transfer(Visit visit) {
        this.visit = visit;
        this.data =
                visit.node().language() == QueryLanguage.JSONPATH ? new JsonPathData(visit) : new JsonataData(visit);
    }

    /** Computes what leaves a state and hands it on. */
    static void of(Visit visit) {
        visit.node().state().accept(new Transfer(visit));
    }

    /** Its result comes from outside, in the shape that its service documents. */
    @Override
    public Visit task(TaskState state) {
        Value arguments = data.arguments();
        data.times();
        Value result = visit.outside().result(visit.node(), state);
        visit.recorder().task(visit.node(), arguments, result);
        data.leave(result);
        data.leaveByCatch();
        return visit;
    }

    /** The result is the outputs of the branches, one by one. */
    @Override
    public Visit parallel(ParallelState state) {
        Value arguments = data.arguments();
        Entry entry = visit.entry();
        List<ScopeNode> branches = visit.node().inner();
        branches.forEach(branch -> visit.start(branch, new Entry(arguments, entry.variables(), entry.context())));
        List<Value> outputs = branches.stream().map(ScopeNode::output).toList();
        if (outputs.stream().noneMatch(Value::isNever)) {
            List<String> names = branches.stream().map(ScopeNode::firstState).toList();
            data.leave(Value.of(Items.each(outputs, names)));
        }
        data.leaveByCatch();
        return visit;
    }

    @Override
    public Visit map(MapState state) {
        MapFlow.of(visit, data, state);
        return visit;
    }

    @Override
    public Visit pass(PassState state) {
        data.leave(data.passed());
        return visit;
    }

    @Override
    public Visit waiting(WaitState state) {
        data.times();
        data.leaveUnchanged();
        return visit;
    }

    @Override
    public Visit choice(ChoiceState state) {
        data.choose(state);
        return visit;
    }

    @Override
    public Visit succeed(SucceedState state) {
        data.succeed();
        return visit;
    }

    @Override
    public Visit fail(FailState state) {
        data.fail();
        return visit;
    }

    /** What a state of an unknown kind does is not known; it is refused elsewhere. */
    @Override
    public Visit unknown(UnknownState state) {
        visit.leave(Value.ANY, visit.entry().variables());
        return visit;
    }
}
