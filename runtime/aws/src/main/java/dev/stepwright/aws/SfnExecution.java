package dev.stepwright.aws;

import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.StartedExecution;
import dev.stepwright.runtime.engine.ExecutionStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** One execution; each question about it is a call of {@code DescribeExecution}. */
record SfnExecution<O>(SfnWorkflow<?, O> workflow, String arn, String name) implements StartedExecution<O> {

    @Override
    public ExecutionStatus status() {
        return status(describe());
    }

    @Override
    public CompletionStage<Outcome<O>> outcome() {
        CompletableFuture<Outcome<O>> outcome = new CompletableFuture<>();
        ask(outcome, CompletableFuture.delayedExecutor(workflow.poll().toMillis(), TimeUnit.MILLISECONDS));
        return outcome;
    }

    /** Asks, and again after the interval as long as the execution runs and somebody wants to know. */
    private void ask(CompletableFuture<Outcome<O>> outcome, Executor later) {
        try {
            DescribeExecutionResponse now = describe();
            if (status(now) != ExecutionStatus.RUNNING) {
                outcome.complete(outcome(now));
            } else if (!outcome.isDone()) {
                later.execute(() -> ask(outcome, later));
            }
        } catch (RuntimeException e) {
            outcome.completeExceptionally(e);
        }
    }

    @Override
    public void stop(@Nullable String error, @Nullable String cause) {
        checkKept();
        workflow.client()
                .stopExecution(request -> request.executionArn(arn).error(error).cause(cause));
    }

    private DescribeExecutionResponse describe() {
        checkKept();
        return workflow.client().describeExecution(request -> request.executionArn(arn));
    }

    /** AWS keeps no execution of an Express machine; it calls its ARN invalid. */
    private void checkKept() {
        if (arn.contains(":express:")) {
            throw new IllegalStateException(
                    "AWS tells nothing of " + arn
                            + " once it has started: the machine is an Express one; SfnWorkflows.express() waits for its executions");
        }
    }

    /** A status that AWS may add is told by its name. PENDING_REDRIVE is one more kind of running. */
    private static ExecutionStatus status(DescribeExecutionResponse now) {
        String status = now.statusAsString();
        return status.equals("PENDING_REDRIVE") ? ExecutionStatus.RUNNING : ExecutionStatus.valueOf(status);
    }

    private Outcome<O> outcome(DescribeExecutionResponse now) {
        return switch (status(now)) {
            case SUCCEEDED -> new Outcome.Succeeded<>(workflow.payloads().output(now.output()));
            case FAILED -> new Outcome.Failed<>(now.error(), now.cause());
            case TIMED_OUT -> new Outcome.TimedOut<>();
            case ABORTED -> new Outcome.Aborted<>(now.error(), now.cause());
            case RUNNING -> throw new IllegalStateException("an execution that runs has no outcome");
        };
    }
}
