package dev.stepwright.server.control;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DataDetails;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.DescribeStateMachineForExecution;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.RedriveExecution;
import dev.stepwright.server.api.StartExecution;
import dev.stepwright.server.api.StopExecution;
import dev.stepwright.server.control.Revision.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** The operations on executions. */
final class ExecutionOperations {
    private final Engine engine;
    private final StateMachines machines;
    private final Revisions revisions;
    private final Executions executions;
    private final RedriveOperations redrives;
    private final MapRunOperations mapRuns;
    private final MapRunExecutions children;
    private final PageTokens tokens;

    ExecutionOperations(
            Engine engine, StateMachines machines, Revisions revisions, Executions executions, PageTokens tokens) {
        this.engine = engine;
        this.machines = machines;
        this.revisions = revisions;
        this.executions = executions;
        this.redrives = new RedriveOperations(engine, machines, executions);
        this.children = new MapRunExecutions(engine, tokens);
        this.mapRuns = new MapRunOperations(engine, executions, children, tokens);
        this.tokens = tokens;
    }

    StartExecution.Answer start(StartExecution request) {
        return start(executions.request(new Executions.Request(
                request.stateMachineArn(), request.name(), request.input(), request.traceHeader(), null)));
    }

    /** Starts an execution for a task. If the task has started it already before the engine stopped, that is the answer. */
    StartExecution.Answer start(StartExecution request, TaskRequest task) {
        String name = request.name() == null ? task.idOfStarted().toString() : request.name();
        Executions.Start start = executions.request(new Executions.Request(
                request.stateMachineArn(), name, request.input(), request.traceHeader(), task.attemptId()));
        try {
            return start(start);
        } catch (ApiError e) {
            if (!e.code().equals("ExecutionAlreadyExists")) {
                throw e;
            }
            StartedExecution before = executions.get(start.arn());
            if (request.name() == null || task.attemptId().equals(before.note().startedBy())) {
                return answer(before);
            }
            throw e;
        }
    }

    private StartExecution.Answer start(Executions.Start start) {
        if (start.target().machine().isExpress()) {
            Execution<JsonNode> run = executions.run(start, false);
            return new StartExecution.Answer(
                    run.arn(), run.description().identity().startTime());
        }
        return answer(executions.start(start));
    }

    private static StartExecution.Answer answer(StartedExecution started) {
        return new StartExecution.Answer(
                started.arn(), started.known().identity().startTime());
    }

    CompletableFuture<StopExecution.Answer> stop(StopExecution request) {
        return children.find(request.executionArn())
                .map(child -> children.stop(child, request))
                .orElseGet(() -> stopped(request));
    }

    private CompletableFuture<StopExecution.Answer> stopped(StopExecution request) {
        StartedExecution execution = find(request.executionArn());
        if (execution.isUnclaimed()) {
            engine.stop(execution.arn(), request.error(), request.cause());
            execution = find(request.executionArn());
        }
        return stopped(execution, request);
    }

    private CompletableFuture<StopExecution.Answer> stopped(StartedExecution execution, StopExecution request) {
        execution.stop(request.error(), request.cause());
        return execution
                .outcome()
                .thenApply(outcome -> {
                    // Before the caller is answered: what hangs on the outcome runs in no order.
                    executions.forgetIfGone(execution);
                    return new StopExecution.Answer(
                            Objects.requireNonNull(execution.now().stopTime()));
                })
                .toCompletableFuture();
    }

    MapRunOperations mapRuns() {
        return mapRuns;
    }

    RedriveExecution.Answer redrive(RedriveExecution request) {
        return redrives.redrive(request);
    }

    DescribeExecution.Answer describe(DescribeExecution request) {
        MapRunExecution child = children.findOfAnyType(request.executionArn()).orElse(null);
        StartedExecution execution = find(child == null ? request.executionArn() : child.executionArn());
        DescribeExecution.Answer answer = child == null ? described(execution) : MapRunExecutions.describe(child);
        boolean isMetadata = revision(execution)
                .map(revision ->
                        request.includedData().leavesOut(revision.content().encryption()))
                .orElse(false);
        return isMetadata ? answer.metadata() : answer;
    }

    private Optional<Revision> revision(StartedExecution execution) {
        return revisions.find(execution.note().machine(), execution.note().revision());
    }

    private DescribeExecution.Answer described(StartedExecution execution) {
        ExecutionDescription now = execution.now();
        ExecutionIdentity identity = now.identity();
        boolean hasOutput = now.output() != null;
        Optional<String> refusal = redrives.refusal(execution);
        return new DescribeExecution.Answer(
                identity.arn(),
                identity.machineArn(),
                identity.name(),
                now.status().name(),
                identity.startTime(),
                now.stopTime(),
                now.inputText() == null ? JsonText.compact(now.input()) : now.inputText(),
                DataDetails.INCLUDED,
                hasOutput ? JsonText.compact(Objects.requireNonNull(now.output())) : null,
                hasOutput ? DataDetails.INCLUDED : null,
                execution.note().traceHeader(),
                null,
                now.error(),
                now.cause(),
                identity.versionArn(),
                identity.aliasArn(),
                now.redriveCount(),
                now.redriveTime(),
                refusal.isEmpty() ? "REDRIVABLE" : "NOT_REDRIVABLE",
                refusal.orElse(null));
    }

    DescribeStateMachineForExecution.Answer describeMachine(DescribeStateMachineForExecution request) {
        MapRunExecution child = children.find(request.executionArn()).orElse(null);
        StartedExecution execution = find(child == null ? request.executionArn() : child.executionArn());
        ExecutionIdentity identity = child == null ? execution.known().identity() : child.identity();
        Revision revision = revision(execution).orElseThrow(() -> ApiError.executionDoesNotExist(identity.arn()));
        Content content = revision.content();
        boolean isMetadata = request.includedData().leavesOut(content.encryption());
        Map<String, List<String>> references =
                isMetadata ? Map.of() : content.definition().variableReferences();
        return new DescribeStateMachineForExecution.Answer(
                identity.versionArn() == null ? identity.machineArn() : identity.versionArn(),
                identity.machineName(),
                isMetadata
                        ? StateMachineOperations.NO_DEFINITION
                        : child == null
                                ? content.definition().text()
                                : children.definition(content.definition(), child),
                content.roleArn(),
                revision.updateDate(),
                content.logging(),
                content.tracing(),
                child == null ? null : child.mapRunArn(),
                child == null ? null : MapRunExecutions.label(child),
                revision.id(),
                content.encryption(),
                references.isEmpty() ? null : references);
    }

    ListExecutions.Answer list(ListExecutions request) {
        if (request.stateMachineArn() == null && request.mapRunArn() == null) {
            throw ApiError.validation("Must provide a StateMachine ARN or MapRun ARN");
        }
        if (request.stateMachineArn() != null && request.mapRunArn() != null) {
            throw ApiError.validation("Exactly one of stateMachineArn and mapRunArn must be specified");
        }
        return request.mapRunArn() == null ? ofMachine(request) : children.list(request);
    }

    private ListExecutions.Answer ofMachine(ListExecutions request) {
        StateMachine machine = machine(request);
        MachineArn arn = MachineArn.parse(String.valueOf(request.stateMachineArn()));
        String query = String.join(
                " ",
                "ListExecutions",
                arn.text(),
                String.valueOf(request.statusFilter()),
                String.valueOf(request.redriveFilter()));
        List<ExecutionSummary> found = engine.list(new ExecutionQuery(
                machine.arn(),
                machine.creationDate(),
                request.statusFilter() == null ? null : ExecutionStatus.valueOf(request.statusFilter()),
                arn.qualifier() == null ? null : arn.text(),
                request.redriveFilter() == null ? null : request.redriveFilter().equals("REDRIVEN"),
                request.nextToken() == null ? null : position(tokens.open(query, request.nextToken())),
                request.maxResults() + 1));
        boolean isLast = found.size() <= request.maxResults();
        List<ExecutionSummary> page = isLast ? found : found.subList(0, request.maxResults());
        return new ListExecutions.Answer(
                page.stream().map(ExecutionOperations::item).toList(),
                isLast
                        ? null
                        : tokens.issue(query, text(page.get(page.size() - 1).position())));
    }

    /** Returns how many executions a machine has in each status; empty if it is no Standard machine, or a version or alias. */
    Optional<Map<ExecutionStatus, Long>> counts(String stateMachineArn) {
        return machines.find(stateMachineArn)
                .filter(machine -> !machine.isExpress())
                .map(machine -> engine.count(machine.arn(), machine.creationDate()));
    }

    static String text(ExecutionSummary.Position position) {
        return position.moment() + " " + position.number();
    }

    static ExecutionSummary.Position position(String text) {
        int blank = text.indexOf(' ');
        return new ExecutionSummary.Position(
                Long.parseLong(text.substring(0, blank)), Long.parseLong(text.substring(blank + 1)));
    }

    private static ListExecutions.Item item(ExecutionSummary execution) {
        ExecutionIdentity identity = execution.identity();
        Redrive redrive = execution.redrive();
        return new ListExecutions.Item(
                identity.arn(),
                identity.machineArn(),
                identity.name(),
                execution.status().name(),
                identity.startTime(),
                execution.stopTime(),
                null,
                null,
                identity.versionArn(),
                identity.aliasArn(),
                redrive == null ? 0 : redrive.count(),
                redrive == null ? null : redrive.time());
    }

    private StateMachine machine(ListExecutions request) {
        if ("PENDING_REDRIVE".equals(request.statusFilter())) {
            throw ApiError.validation("PENDING_REDRIVE is a status of executions of a Map Run only; set mapRunArn");
        }
        StateMachine machine = machines.of(MachineArn.parse(String.valueOf(request.stateMachineArn())));
        if (machine.isExpress()) {
            throw ApiError.typeNotSupported();
        }
        return machine;
    }

    private StartedExecution find(String executionArn) {
        return executions.get(Arn.parse(executionArn, "execution").text());
    }
}
