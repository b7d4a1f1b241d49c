package dev.stepwright.runtime.planning;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.plan.ScopePlan;
import dev.stepwright.runtime.plan.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Compiles a definition to a plan. */
public final class Planner {
    private static final long LONGEST_TIMEOUT = 99_999_999;

    private Planner() {}

    /**
     * A definition compiled, or why it cannot be.
     *
     * @param plan the plan; null if there are problems
     * @param problems all problems, state by state; empty if there is a plan
     */
    public record Result(@Nullable Plan plan, List<Problem> problems) {}

    /** Compiles a definition; an object that an {@code ItemReader} reads is refused. Otherwise as {@link #plan(StateMachineDefinition, boolean)}. */
    public static Result plan(StateMachineDefinition definition) {
        return plan(definition, false);
    }

    /**
     * Compiles a definition. It never fails half way: the result names all problems that were found.
     *
     * @param iteratesObjects whether the members of an object that an {@code ItemReader} reads are items
     */
    public static Result plan(StateMachineDefinition definition, boolean iteratesObjects) {
        return plan(definition, iteratesObjects, false, LONGEST_TIMEOUT);
    }

    /**
     * Compiles a definition by which an execution was started, otherwise as {@link #plan(StateMachineDefinition, boolean)}: earlier versions have taken
     * any {@code TimeoutSeconds}, and no execution runs for as long as the service would refuse.
     */
    public static Result planStored(StateMachineDefinition definition, boolean iteratesObjects) {
        return plan(definition, iteratesObjects, false, Long.MAX_VALUE);
    }

    /**
     * Compiles a definition for Express executions, otherwise as {@link #plan(StateMachineDefinition, boolean)}: jobs, callbacks, activities and distributed
     * Maps are problems.
     *
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">AWS: Standard and Express workflows</a>
     */
    public static Result planExpress(StateMachineDefinition definition, boolean iteratesObjects) {
        return plan(definition, iteratesObjects, true, LONGEST_TIMEOUT);
    }

    private static Result plan(
            StateMachineDefinition definition, boolean iteratesObjects, boolean isExpress, long longestTimeout) {
        Problems problems = new Problems();
        if (JsonValues.isDeeperThan(definition.json(), JsonDocument.MAX_DEPTH)) {
            problems.add(
                    JsonPointer.empty(),
                    "the definition is nested deeper than " + JsonDocument.MAX_DEPTH + " levels; no more are allowed");
            return new Result(null, problems.all());
        }
        ScopePlan root = scope(definition, new Whole(definition.queryLanguage(), problems, iteratesObjects, isExpress));
        Long timeout = timeout(definition, longestTimeout, problems);
        List<Problem> found = problems.all();
        return found.isEmpty() ? new Result(new Plan(root, timeout), found) : new Result(null, found);
    }

    private static @Nullable Long timeout(StateMachineDefinition definition, long longest, Problems problems) {
        long seconds = Fields.of(definition, false, problems).integer("TimeoutSeconds", 0, longest, -1);
        return seconds < 0 ? null : seconds;
    }

    /**
     * What all scopes of a machine share.
     *
     * @param language the machine's: states inside another state fall back to it
     * @param iteratesObjects as in {@link #plan(StateMachineDefinition, boolean)}
     * @param isExpress whether it is one of Express executions
     */
    record Whole(QueryLanguage language, Problems problems, boolean iteratesObjects, boolean isExpress) {}

    static ScopePlan scope(StateMachineDefinition scope, Whole whole) {
        List<State> states = List.copyOf(scope.states().values());
        Targets targets = new Targets(scope.states().keySet(), whole.problems);
        StepPlanner planner = new StepPlanner(targets, whole);
        List<Step> steps = states.stream().map(state -> state.accept(planner)).toList();
        return new ScopePlan(steps, targets.required(scope, "StartAt"));
    }
}
