package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.RunLimit;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A task's own time is as long as that of the whole execution, which ends first: no Catch rule sees the timeout. */
final class TimeoutBeyondRun extends Rule {
    TimeoutBeyondRun() {
        super("ASL-TSK-014", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.parts().stream()
                .filter(part -> part.kind() == Kind.TASK)
                .forEach(task -> check(task, RunLimit.of(machine, task), findings));
    }

    private void check(Part task, RunLimit limit, Findings findings) {
        for (String field : List.of("TimeoutSeconds", "HeartbeatSeconds")) {
            JsonNode time = task.value(field);
            boolean isKnown = time.isIntegralNumber() && time.canConvertToLong() && !limit.isOfEveryExecution();
            if (isKnown && time.longValue() >= limit.seconds()) {
                findings.add(at(
                        task.at(field),
                        "%s is %d, but %s, so the execution times out first and no Catch rule of the task applies; set a shorter time"
                                .formatted(field, time.longValue(), limit.reason())));
            }
        }
    }
}
