package dev.stepwright.server.control;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Billing;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DataDetails;
import dev.stepwright.server.api.StartSyncExecution;
import dev.stepwright.server.api.StartSyncExecution.BillingDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** StartSyncExecution. */
final class ExpressOperations {
    private final Executions executions;

    ExpressOperations(Executions executions) {
        this.executions = executions;
    }

    CompletableFuture<StartSyncExecution.Answer> start(StartSyncExecution request) {
        Executions.Start start = executions.request(new Executions.Request(
                request.stateMachineArn(), request.name(), request.input(), request.traceHeader(), null));
        if (!start.target().machine().isExpress()) {
            throw ApiError.typeNotSupported();
        }
        boolean isMetadata = request.includedData()
                .leavesOut(start.target().revision().content().encryption());
        Execution<JsonNode> run = executions.run(start, true);
        return run.outcome()
                .thenApply(outcome -> answer(start, run.description()))
                .thenApply(answer -> isMetadata ? answer.metadata() : answer)
                .toCompletableFuture();
    }

    private static StartSyncExecution.Answer answer(Executions.Start start, ExecutionDescription ended) {
        Instant startDate = ended.identity().startTime();
        Instant stopDate = Objects.requireNonNull(ended.stopTime(), "an execution with an outcome has stopped");
        @Nullable JsonNode output = ended.output();
        return new StartSyncExecution.Answer(
                ended.identity().arn(),
                start.target().machine().arn(),
                ended.identity().name(),
                startDate,
                stopDate,
                ended.status().name(),
                ended.error(),
                ended.cause(),
                start.inputText(),
                DataDetails.INCLUDED,
                output == null ? null : JsonText.compact(output),
                DataDetails.INCLUDED,
                start.traceHeader(),
                billing(Billing.of(Duration.between(startDate, stopDate))));
    }

    private static BillingDetails billing(Billing billing) {
        return new BillingDetails(billing.megabytes(), billing.milliseconds());
    }
}
