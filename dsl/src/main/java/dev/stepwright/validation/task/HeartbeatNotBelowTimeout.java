package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import tools.jackson.databind.JsonNode;

/** A task's heartbeat is not shorter than its timeout. */
final class HeartbeatNotBelowTimeout extends Rule {
    HeartbeatNotBelowTimeout() {
        super("ASL-TSK-005", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode heartbeat = part.value("HeartbeatSeconds");
        JsonNode timeout = part.value("TimeoutSeconds");
        if (part.kind() == Kind.TASK
                && heartbeat.isNumber()
                && timeout.isNumber()
                && heartbeat.decimalValue().signum() > 0
                && timeout.decimalValue().signum() > 0
                && heartbeat.decimalValue().compareTo(timeout.decimalValue()) >= 0) {
            findings.add(at(
                            part.at("HeartbeatSeconds"),
                            "HeartbeatSeconds must be less than TimeoutSeconds (%2$s), found %1$s"
                                    .formatted(Words.show(heartbeat), Words.show(timeout)))
                    .service("HeartbeatSeconds must be smaller than TimeoutSeconds", part.pointer()));
        }
    }
}
