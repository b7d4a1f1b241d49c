package dev.stepwright.validation;

import dev.stepwright.asl.TaskResource;

/** A job, a callback or an activity in an Express machine. */
final class ExpressTask extends Rule {
    ExpressTask() {
        super("ASL-TSK-003", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Machine machine, Findings findings) {
        if (machine.type() == WorkflowType.EXPRESS) {
            machine.parts().forEach(part -> part.resource().ifPresent(resource -> check(part, resource, findings)));
        }
    }

    private void check(Part part, TaskResource resource, Findings findings) {
        String found = resource.type() == TaskResource.Type.ACTIVITY ? "activities" : resource.pattern();
        if (found.isEmpty()) {
            return;
        }
        String service = resource.type() == TaskResource.Type.ACTIVITY
                ? "Activity ARN"
                : resource.isCallback()
                        ? "'.waitForTaskToken' service integration "
                        : "'" + resource.pattern() + "' service integration";
        findings.add(at(
                        part.at("Resource"),
                        "an Express machine has no %s; make the machine a Standard one, or call the service without waiting"
                                .formatted(found))
                .service("Express state machine does not support " + service, part.at("Resource")));
    }
}
