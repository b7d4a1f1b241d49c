package dev.stepwright.runtime.engine;

import dev.stepwright.json.JsonText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a {@code ResultWriter} tells about an execution of a distributed Map. The members come in the order of AWS: by their names. */
final class ChildReport {
    private ChildReport() {}

    static ObjectNode succeeded(Frame child, JsonNode output, Instant now) {
        return of(child, ExecutionStatus.SUCCEEDED, output, null, now);
    }

    static ObjectNode failed(Frame child, ExecutionError error, Instant now) {
        return of(child, ExecutionStatus.FAILED, null, error, now);
    }

    /** It was running when the Map failed. */
    static ObjectNode aborted(Frame child, Instant now) {
        return of(child, ExecutionStatus.ABORTED, null, null, now);
    }

    /** It had not begun when the Map failed. */
    static ObjectNode pending(JsonNode input, String machineArn) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        text(report, "Input", "InputDetails", input);
        return report.put("StateMachineArn", machineArn).put("Status", "PENDING");
    }

    private static ObjectNode of(
            Frame child,
            ExecutionStatus status,
            @Nullable JsonNode output,
            @Nullable ExecutionError error,
            Instant now) {
        ExecutionIdentity identity = child.lineage.identity;
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        if (error != null && error.cause() != null) {
            report.put("Cause", error.cause());
        }
        if (error != null && error.error() != null) {
            report.put("Error", error.error());
        }
        report.put("ExecutionArn", identity.arn());
        text(report, "Input", "InputDetails", child.lineage.input);
        report.put("Name", identity.name());
        if (output != null) {
            text(report, "Output", "OutputDetails", output);
        }
        boolean hasSucceeded = status == ExecutionStatus.SUCCEEDED;
        report.put("RedriveCount", child.lineage.redriveCount)
                .put("RedriveStatus", hasSucceeded ? "NOT_REDRIVABLE" : "REDRIVABLE_BY_MAP_RUN");
        if (hasSucceeded) {
            report.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
        }
        report.put("StartDate", ContextObject.text(identity.startTime()));
        return report.put("StateMachineArn", identity.machineArn())
                .put("Status", status.name())
                .put("StopDate", ContextObject.text(now));
    }

    private static void text(ObjectNode report, String name, String details, JsonNode value) {
        report.put(name, JsonText.compact(value)).putObject(details).put("Included", true);
    }
}
