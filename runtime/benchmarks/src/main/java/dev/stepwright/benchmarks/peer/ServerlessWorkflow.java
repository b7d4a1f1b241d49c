package dev.stepwright.benchmarks.peer;

import dev.stepwright.benchmarks.workload.Workload;
import dev.stepwright.benchmarks.workload.Workloads;
import io.serverlessworkflow.api.WorkflowFormat;
import io.serverlessworkflow.api.WorkflowReader;
import io.serverlessworkflow.impl.WorkflowApplication;
import io.serverlessworkflow.impl.WorkflowDefinition;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** serverlessworkflow-impl, an engine in Java for another language. */
final class ServerlessWorkflow {
    /** What it can run: w2 overflows its stack, and it has no JSONata for w5. */
    private static final List<String> RUNNABLE = List.of("w1", "w3", "w4", "w6");
    /** Its loop keeps the last item only and its fork another shape, so those results cannot be compared. */
    private static final List<String> COMPARABLE = List.of("w1", "w6");

    private ServerlessWorkflow() {}

    static void measure(Pace pace, int... concurrency) {
        Meter meter = new Meter("serverlessworkflow-impl", pace);
        try (WorkflowApplication application =
                WorkflowApplication.builder().disableLifeCycleCEPublishing().build()) {
            for (String name : RUNNABLE) {
                Workload workload = Workloads.of(name);
                meter.measure(name, workload.transitions(), () -> load(application, workload), concurrency);
            }
        }
    }

    private static Load load(WorkflowApplication application, Workload workload) throws Exception {
        WorkflowDefinition definition = application.workflowDefinition(
                WorkflowReader.readWorkflowFromString(ServerlessDocuments.of(workload.name()), WorkflowFormat.YAML));
        Object input = JsonMapper.shared().treeToValue(workload.input(), Object.class);
        Load.Call call = () -> definition.instance(input).start().get().asJavaObject();
        Object first = call.once();
        if (COMPARABLE.contains(workload.name())) {
            workload.checked(JsonMapper.shared().valueToTree(first));
        }
        return Load.ofCalls(call);
    }
}
