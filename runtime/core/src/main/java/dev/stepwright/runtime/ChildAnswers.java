package dev.stepwright.runtime;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.task.TaskResource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a task is told about the execution that it has started. */
final class ChildAnswers {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** AWS: a cause has at most so many characters. */
    private static final int LONGEST_CAUSE = 32_768;

    private ChildAnswers() {}

    /** Returns the answer of StartExecution. */
    static ObjectNode started(TaskResource resource, ExecutionHeader child) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("ExecutionArn", child.identity().arn());
        Instant start = child.identity().startTime();
        if (resource.service().startsWith("aws-sdk:")) {
            answer.put("StartDate", MILLISECONDS.format(start));
        } else {
            answer.put("StartDate", start.toEpochMilli());
        }
        return answer;
    }

    /** The answer of DescribeExecution, members in alphabetical order. */
    static JsonNode description(ExecutionHeader header, ExecutionEnd end, boolean isParsed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (end.cause() != null) {
            node.put("Cause", clipped(end.cause()));
        }
        if (end.error() != null) {
            node.put("Error", end.error());
        }
        node.put("ExecutionArn", header.identity().arn());
        set(node, "Input", header.input(), isParsed);
        node.putObject("InputDetails").put("Included", true);
        node.put("Name", header.identity().name());
        if (end.output() != null) {
            set(node, "Output", end.output(), isParsed);
            node.putObject("OutputDetails").put("Included", true);
        }
        boolean canBeRedriven = end.status() != ExecutionStatus.SUCCEEDED;
        node.put("RedriveCount", 0);
        node.put("RedriveStatus", canBeRedriven ? "REDRIVABLE" : "NOT_REDRIVABLE");
        if (!canBeRedriven) {
            node.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
        }
        node.put("StartDate", header.identity().startTime().toEpochMilli());
        node.put("StateMachineArn", header.identity().machineArn());
        node.put("Status", end.status().name());
        node.put("StopDate", end.time().toEpochMilli());
        return node;
    }

    /** Returns the answer of StartSyncExecution, which does not fail with the execution. */
    static JsonNode run(ExecutionHeader header, ExecutionEnd end) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Billing billing = Billing.of(Duration.between(header.identity().startTime(), end.time()));
        node.putObject("BillingDetails")
                .put("BilledDurationInMilliseconds", billing.milliseconds())
                .put("BilledMemoryUsedInMB", billing.megabytes());
        node.put("ExecutionArn", header.identity().arn());
        node.put("StateMachineArn", header.identity().machineArn());
        node.put("Name", header.identity().name());
        node.put("StartDate", MILLISECONDS.format(header.identity().startTime()));
        node.put("StopDate", MILLISECONDS.format(end.time()));
        node.put("Status", end.status().name());
        if (end.error() != null) {
            node.put("Error", end.error());
        }
        if (end.cause() != null) {
            node.put("Cause", clipped(end.cause()));
        }
        set(node, "Input", header.input(), false);
        node.putObject("InputDetails").put("Included", true);
        if (end.output() != null) {
            set(node, "Output", end.output(), false);
        }
        node.putObject("OutputDetails").put("Included", true);
        return node;
    }

    /** Where executions are nested, each cause is quoted in the one around it, which doubles its length at every level. */
    private static String clipped(String cause) {
        return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE) + "...";
    }

    private static void set(ObjectNode node, String member, JsonNode value, boolean isParsed) {
        if (isParsed) {
            node.set(member, value);
        } else {
            node.put(member, JsonText.compact(value));
        }
    }
}
