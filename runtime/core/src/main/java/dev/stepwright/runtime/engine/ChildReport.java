package dev.stepwright.runtime.engine;

import dev.stepwright.json.JsonText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a {@code ResultWriter} tells about an execution of a distributed Map. The members come in the order of AWS: by their names. */
final class ChildReport {
    private ChildReport() {}

    /** It had not begun when the Map failed. */
    static ObjectNode pending(JsonNode input, String machineArn) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        input(report, input);
        return report.put("StateMachineArn", machineArn).put("Status", "PENDING");
    }

    /**
     * It has ended.
     *
     * @param refusal why a redrive of its Map Run does not have it go on; null if it does
     */
    static ObjectNode of(Lineage lineage, @Nullable JsonNode output, @Nullable String refusal) {
        Lineage.Ending ending = Objects.requireNonNull(lineage.ending, "what is told about has ended");
        ExecutionIdentity identity = lineage.identity;
        ExecutionError error = ending.error();
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        if (error != null && error.cause() != null) {
            report.put("Cause", error.cause());
        }
        if (error != null && error.error() != null) {
            report.put("Error", error.error());
        }
        report.put("ExecutionArn", identity.arn());
        input(report, lineage.input);
        report.put("Name", identity.name());
        if (output != null) {
            report.put("Output", JsonText.compact(output));
        }
        // AWS: an execution without output has these, too.
        included(report, "OutputDetails");
        report.put("RedriveCount", lineage.redriveCount)
                .put("RedriveStatus", refusal == null ? "REDRIVABLE_BY_MAP_RUN" : "NOT_REDRIVABLE");
        if (refusal != null) {
            report.put("RedriveStatusReason", refusal);
        }
        report.put("StartDate", ContextObject.text(identity.startTime()));
        return report.put("StateMachineArn", identity.machineArn())
                .put("Status", ending.status().name())
                .put("StopDate", ContextObject.text(ending.time()));
    }

    private static void input(ObjectNode report, JsonNode input) {
        report.put("Input", JsonText.compact(input));
        included(report, "InputDetails");
    }

    private static void included(ObjectNode report, String details) {
        report.putObject(details).put("Included", true);
    }
}
