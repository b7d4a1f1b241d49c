package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;

/** A job, a callback or an activity in an Express machine. */
final class ExpressTask extends Rule {
    ExpressTask() {
        super("ASL-TSK-003", Severity.ERROR, SCHEMA);
    }

    @Override
    public void check(Machine machine, Findings findings) {
        if (machine.isExpress()) {
            machine.parts()
                    .forEach(part -> part.resource()
                            .ifPresent(resource -> resource.refusalInExpress()
                                    .ifPresent(refusal -> findings.add(finding(part, resource, refusal)))));
        }
    }

    private Finding finding(Part part, TaskResource resource, String refusal) {
        String service = resource.type() == TaskResource.Type.ACTIVITY
                ? "Activity ARN"
                : resource.isCallback()
                        ? "'.waitForTaskToken' service integration "
                        : "'" + resource.pattern() + "' service integration";
        return at(part.at("Resource"), refusal)
                .service("Express state machine does not support " + service, part.at("Resource"));
    }
}
