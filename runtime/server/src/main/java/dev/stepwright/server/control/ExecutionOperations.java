package dev.stepwright.server.control;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DataDetails;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.DescribeStateMachineForExecution;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.StartExecution;
import dev.stepwright.server.api.StopExecution;
import dev.stepwright.server.control.Revision.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The operations on executions. */
final class ExecutionOperations {
    private final StateMachines machines;
    private final Executions executions;
    private final PageTokens tokens;

    ExecutionOperations(StateMachines machines, Executions executions, PageTokens tokens) {
        this.machines = machines;
        this.executions = executions;
        this.tokens = tokens;
    }

    StartExecution.Answer start(StartExecution request) {
        Executions.Start start = executions.request(new Executions.Request(
                request.stateMachineArn(), request.name(), request.input(), request.traceHeader()));
        if (start.target().machine().isExpress()) {
            Execution<JsonNode> run = executions.run(start);
            return new StartExecution.Answer(
                    run.arn(), run.description().identity().startTime());
        }
        StartedExecution started = executions.start(start);
        return new StartExecution.Answer(started.arn(), started.startDate());
    }

    CompletableFuture<StopExecution.Answer> stop(StopExecution request) {
        StartedExecution execution = find(request.executionArn());
        execution.run().stop(request.error(), request.cause());
        return execution
                .run()
                .outcome()
                .thenApply(outcome -> {
                    // Before the caller is answered: what hangs on the outcome runs in no order.
                    executions.forgetIfGone(execution.machine());
                    return new StopExecution.Answer(
                            Objects.requireNonNull(execution.run().description().stopTime()));
                })
                .toCompletableFuture();
    }

    DescribeExecution.Answer describe(DescribeExecution request) {
        StartedExecution execution = find(request.executionArn());
        ExecutionDescription now = execution.run().description();
        boolean hasOutput = now.output() != null;
        return new DescribeExecution.Answer(
                execution.arn(),
                execution.machine().arn(),
                now.identity().name(),
                now.status().name(),
                execution.startDate(),
                now.stopTime(),
                execution.input(),
                DataDetails.INCLUDED,
                hasOutput ? JsonText.compact(Objects.requireNonNull(now.output())) : null,
                hasOutput ? DataDetails.INCLUDED : null,
                execution.traceHeader(),
                now.error(),
                now.cause(),
                execution.versionArn(),
                execution.aliasArn(),
                0,
                canBeRedriven(now) ? "REDRIVABLE" : "NOT_REDRIVABLE",
                canBeRedriven(now) ? null : "Execution is " + now.status() + " and cannot be redriven");
    }

    private static boolean canBeRedriven(ExecutionDescription execution) {
        return execution.status() != ExecutionStatus.RUNNING && execution.status() != ExecutionStatus.SUCCEEDED;
    }

    DescribeStateMachineForExecution.Answer describeMachine(DescribeStateMachineForExecution request) {
        StartedExecution execution = find(request.executionArn());
        Content content = execution.revision().content();
        Map<String, List<String>> references = content.definition().variableReferences();
        return new DescribeStateMachineForExecution.Answer(
                execution.versionArn() == null ? execution.machine().arn() : execution.versionArn(),
                execution.machine().name(),
                content.definition().text(),
                content.roleArn(),
                execution.revision().updateDate(),
                content.logging(),
                content.tracing(),
                execution.revision().id(),
                content.encryption(),
                references.isEmpty() ? null : references);
    }

    ListExecutions.Answer list(ListExecutions request) {
        StateMachine machine = machine(request);
        MachineArn arn = MachineArn.parse(String.valueOf(request.stateMachineArn()));
        Stream<Listed> listed = executions
                .of(machine)
                .filter(execution -> isStartedBy(execution, arn))
                .map(execution -> new Listed(execution, execution.run().description()))
                .filter(item -> isWanted(item, request));
        Page.Query query = new Page.Query(
                String.join(
                        " ",
                        "ListExecutions",
                        arn.text(),
                        String.valueOf(request.statusFilter()),
                        String.valueOf(request.redriveFilter())),
                request.maxResults(),
                request.nextToken());
        Page<Listed> page = Page.of(listed, Listed::newestFirst, query, tokens);
        return new ListExecutions.Answer(page.map(Listed::item), page.nextToken());
    }

    private StateMachine machine(ListExecutions request) {
        if ((request.stateMachineArn() == null) == (request.mapRunArn() == null)) {
            throw ApiError.validation("Exactly one of stateMachineArn and mapRunArn must be specified");
        }
        if (request.mapRunArn() != null) {
            Arn.parse(request.mapRunArn(), "mapRun");
            throw ApiError.resourceNotFound();
        }
        if ("PENDING_REDRIVE".equals(request.statusFilter())) {
            throw ApiError.validation("PENDING_REDRIVE is a status of the executions of a Map Run; give its mapRunArn");
        }
        StateMachine machine = machines.of(MachineArn.parse(String.valueOf(request.stateMachineArn())));
        if (machine.isExpress()) {
            throw ApiError.typeNotSupported();
        }
        return machine;
    }

    private static boolean isStartedBy(StartedExecution execution, MachineArn arn) {
        return arn.qualifier() == null
                || arn.text().equals(execution.versionArn())
                || arn.text().equals(execution.aliasArn());
    }

    private static boolean isWanted(Listed item, ListExecutions request) {
        return (request.statusFilter() == null
                        || request.statusFilter().equals(item.now.status().name()))
                && !"REDRIVEN".equals(request.redriveFilter());
    }

    /** An execution in a list. */
    private record Listed(StartedExecution execution, ExecutionDescription now) {
        /** AWS: those that run stand where they started, those that have ended where they stopped. */
        String newestFirst() {
            long time = (now.stopTime() == null ? execution.startDate() : now.stopTime()).toEpochMilli();
            return "%019d%019d".formatted(Long.MAX_VALUE - time, Long.MAX_VALUE - execution.number());
        }

        ListExecutions.Item item() {
            return new ListExecutions.Item(
                    execution.arn(),
                    execution.machine().arn(),
                    now.identity().name(),
                    now.status().name(),
                    execution.startDate(),
                    now.stopTime(),
                    execution.versionArn(),
                    execution.aliasArn(),
                    0);
        }
    }

    private StartedExecution find(String executionArn) {
        return executions.get(Arn.parse(executionArn, "execution").text());
    }
}
