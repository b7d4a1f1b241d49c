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
