package dev.stepwright.benchmarks.peer;

import io.serverlessworkflow.api.types.CallHTTP;
import io.serverlessworkflow.api.types.TaskBase;
import io.serverlessworkflow.impl.WorkflowDefinition;
import io.serverlessworkflow.impl.WorkflowMutablePosition;
import io.serverlessworkflow.impl.executors.CallableTask;
import io.serverlessworkflow.impl.executors.CallableTaskBuilder;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Stands in for the HTTP calls of serverlessworkflow-impl: the task is done at once, within the process. Found by its service loader. */
public final class DoneCall implements CallableTaskBuilder<CallHTTP> {
    @Override
    public boolean accept(Class<? extends TaskBase> type) {
        return type == CallHTTP.class;
    }

    @Override
    public void init(CallHTTP task, WorkflowDefinition definition, WorkflowMutablePosition position) {}

    @Override
    public CallableTask build() {
        return (workflow, task, input) -> CompletableFuture.completedFuture(
                workflow.definition().application().modelFactory().from(Map.of("done", true)));
    }
}
