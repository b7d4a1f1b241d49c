package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;

/** A heartbeat on a task that cannot send any. */
final class UselessHeartbeat extends Rule {
    UselessHeartbeat() {
        super("ASL-TSK-010", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        String field = part.has("HeartbeatSeconds") ? "HeartbeatSeconds" : "HeartbeatSecondsPath";
        part.resource()
                .filter(resource -> part.has(field) && sendsNone(resource))
                .ifPresent(
                        resource -> findings.add(
                                atName(
                                        part.at(field),
                                        field
                                                + " has no effect: only activities, .waitForTaskToken and .sync tasks send heartbeats; use TimeoutSeconds")));
    }

    private static boolean sendsNone(TaskResource resource) {
        return resource.type() == TaskResource.Type.LAMBDA
                || resource.type() == TaskResource.Type.INTEGRATION
                        && resource.pattern().isEmpty();
    }
}
