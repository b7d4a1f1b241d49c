package dev.stepwright.validation;

import dev.stepwright.asl.TaskResource;

/** A job, callback or activity in the items of a distributed Map that run as Express executions, which have none. */
final class ExpressItem extends Rule {
    ExpressItem() {
        super("ASL-MAP-016", Severity.WARNING, "");
    }

    @Override
    void check(Part part, Findings findings) {
        part.resource()
                .filter(resource ->
                        resource.isCallback() || resource.isJob() || resource.type() == TaskResource.Type.ACTIVITY)
                .filter(resource -> RunLimit.isExpressItem(part))
                .ifPresent(
                        resource -> findings.add(
                                at(
                                        part.at("Resource"),
                                        "the items run as Express executions, which have no jobs, callbacks and activities; give the ProcessorConfig the ExecutionType STANDARD")));
    }
}
