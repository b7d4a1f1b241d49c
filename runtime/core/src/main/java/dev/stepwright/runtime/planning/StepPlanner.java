package dev.stepwright.runtime.planning;

import dev.stepwright.asl.ChoiceRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.StateVisitor;
import dev.stepwright.asl.SucceedState;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.UnknownState;
import dev.stepwright.asl.WaitState;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.evaluate.Condition;
import dev.stepwright.runtime.evaluate.Conditions;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.evaluate.JsonPathExpressions;
import dev.stepwright.runtime.evaluate.JsonataFailures;
import dev.stepwright.runtime.plan.ChoiceStep;
import dev.stepwright.runtime.plan.FailStep;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.ParallelStep;
import dev.stepwright.runtime.plan.PassStep;
import dev.stepwright.runtime.plan.ScopePlan;
import dev.stepwright.runtime.plan.Step;
import dev.stepwright.runtime.plan.SucceedStep;
import dev.stepwright.runtime.plan.TaskStep;
import dev.stepwright.runtime.plan.TaskTerms;
import dev.stepwright.runtime.plan.WaitStep;
import dev.stepwright.runtime.plan.WaitTime;
import dev.stepwright.runtime.task.TaskResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles the states of one scope. A state with a problem gives a step that is never run. */
final class StepPlanner implements StateVisitor<Step> {
    private final Targets targets;
    private final Planner.Whole whole;
    private final Problems problems;

    StepPlanner(Targets targets, Planner.Whole whole) {
        this.targets = targets;
        this.whole = whole;
        this.problems = whole.problems();
    }

    private Fields fields(State state) {
        return Fields.of(state, state.queryLanguage(whole.language()) == QueryLanguage.JSONATA, problems);
    }

    @Override
    public Step pass(PassState state) {
        Fields fields = fields(state);
        return new PassStep(
                state.name(),
                Flows.ofInput(fields),
                fields.isJsonata() ? null : fields.value("Result"),
                targets.next(state));
    }

    @Override
    public Step succeed(SucceedState state) {
        return new SucceedStep(state.name(), Flows.ofInput(fields(state)));
    }

    @Override
    public Step fail(FailState state) {
        Fields fields = fields(state);
        return new FailStep(state.name(), text(fields, "Error"), text(fields, "Cause"));
    }

    private static @Nullable Expression text(Fields fields, String field) {
        if (fields.isJsonata()) {
            return jsonataText(fields, field);
        }
        String path = fields.string(field + "Path");
        return path == null
                ? fields.constant(field)
                : fields.attempt(field + "Path", () -> JsonPathExpressions.pathOrIntrinsic(path, field + "Path"));
    }

    private static @Nullable Expression jsonataText(Fields fields, String field) {
        Expression expression = fields.template(field);
        JsonNode source = fields.value(field);
        if (expression == null || source == null) {
            return null;
        }
        return bindings -> {
            JsonNode value = expression.evaluate(bindings);
            if (!value.isString()) {
                throw JsonataFailures.unexpected(source, fields.place() + field, "string", value);
            }
            return value;
        };
    }

    @Override
    public Step waiting(WaitState state) {
        Fields fields = fields(state);
        WaitTime until = WaitTimes.of(fields);
        return until == null
                ? standIn(state)
                : new WaitStep(
                        state.name(), Flows.ofInput(fields), until, WaitTimes.isDate(fields), targets.next(state));
    }

    @Override
    public Step choice(ChoiceState state) {
        Fields fields = fields(state);
        List<ChoiceStep.Rule> rules = new ArrayList<>();
        for (ChoiceRule rule : state.choices()) {
            Fields ruleFields = fields.of(rule, "Choices[" + rules.size() + "]/");
            int next = targets.required(rule, "Next");
            Condition condition = condition(ruleFields);
            rules.add(new ChoiceStep.Rule(
                    condition == null ? bindings -> false : condition, Flows.ofRule(fields, ruleFields), next));
        }
        if (rules.isEmpty()) {
            problems.add(state.pointer(), "Choices must have at least one rule, found none");
        }
        return new ChoiceStep(
                state.name(), Flows.ofInput(fields), List.copyOf(rules), targets.optional(state, "Default"));
    }

    private static @Nullable Condition condition(Fields rule) {
        if (!rule.isJsonata()) {
            return rule.problems().attempt(rule.pointer(), () -> Conditions.jsonPath(rule.json()));
        }
        JsonNode condition = rule.value("Condition");
        if (condition == null) {
            rule.problems().add(rule.pointer(), "a rule of a JSONata Choice must have a Condition, found none");
            return null;
        }
        return rule.attempt("Condition", () -> Conditions.jsonata(condition, rule.place() + "Condition"));
    }

    @Override
    public Step task(TaskState state) {
        Fields fields = fields(state);
        String resource = fields.string("Resource");
        if (resource == null) {
            problems.add(state.pointer(), "a Task state must have a Resource, the ARN of what it calls, found none");
            return standIn(state);
        }
        if (whole.isExpress()) {
            dev.stepwright.asl.TaskResource.of(resource)
                    .refusalInExpress()
                    .ifPresent(refusal -> fields.problem("Resource", refusal));
        }
        return new TaskStep(
                state.name(),
                fields.isJsonata(),
                Flows.ofWork(fields),
                TaskResource.parse(resource),
                new TaskTerms(
                        Numbers.of(fields, "TimeoutSeconds", Numbers.Range.TIME_LIMIT),
                        Numbers.of(fields, "HeartbeatSeconds", Numbers.Range.TIME_LIMIT),
                        role(fields)),
                ErrorHandlingPlanner.plan(state, fields, targets),
                targets.next(state));
    }

    private static @Nullable Expression role(Fields fields) {
        if (fields.isJsonata() && fields.json().path("Credentials").isObject()) {
            return jsonataText(fields.inside("Credentials"), "RoleArn");
        }
        Expression credentials = fields.template("Credentials");
        return credentials == null
                ? null
                : bindings -> credentials.evaluate(bindings).path("RoleArn");
    }

    @Override
    public Step parallel(ParallelState state) {
        Fields fields = fields(state);
        List<ScopePlan> branches = new ArrayList<>();
        for (StateMachineDefinition branch : state.branches()) {
            branches.add(Planner.scope(branch, whole));
        }
        if (branches.isEmpty()) {
            problems.add(state.pointer(), "Branches must have at least one branch, found none");
        }
        return new ParallelStep(
                state.name(),
                Flows.ofWork(fields),
                List.copyOf(branches),
                ErrorHandlingPlanner.plan(state, fields, targets),
                targets.next(state));
    }

    @Override
    public Step map(MapState state) {
        Fields fields = fields(state);
        StateMachineDefinition processor = state.itemProcessor().orElse(null);
        if (processor == null) {
            problems.add(
                    state.pointer(),
                    "a Map state must have an ItemProcessor, the machine that is run for each item, found none");
            return standIn(state);
        }
        if (whole.isExpress() && state.isDistributed()) {
            problems.add(
                    state.pointer(),
                    "an Express machine has no distributed Maps; make the machine a Standard one, or the Map inline");
        }
        return new MapStep(
                state.name(),
                Flows.ofMap(fields),
                MapPlanner.terms(state, fields, whole.iteratesObjects()),
                Planner.scope(processor, whole),
                state.isDistributed(),
                ErrorHandlingPlanner.plan(state, fields, targets),
                targets.next(state));
    }

    @Override
    public Step unknown(UnknownState state) {
        String found = state.field("Type").map(JsonText::excerpt).orElse("none");
        problems.add(
                state.pointer(),
                "Type must be one of Task, Parallel, Map, Pass, Wait, Choice, Succeed, Fail, found " + found);
        return standIn(state);
    }

    /** A step in the place of one that cannot be compiled, so that the others can be; its plan is never run. */
    private static Step standIn(State state) {
        return new SucceedStep(state.name(), Flows.NOTHING);
    }
}
