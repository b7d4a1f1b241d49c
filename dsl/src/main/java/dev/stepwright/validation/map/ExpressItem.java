package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.RunLimit;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;

/** A job, callback or activity in the items of a distributed Map that run as Express executions, which have none. */
final class ExpressItem extends Rule {
    ExpressItem() {
        super("ASL-MAP-016", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.resource()
                .filter(resource ->
                        resource.isCallback() || resource.isJob() || resource.type() == TaskResource.Type.ACTIVITY)
                .filter(resource -> RunLimit.isExpressItem(part))
                .ifPresent(
                        resource -> findings.add(
                                at(
                                        part.at("Resource"),
                                        "the items run as Express workflows, which cannot use jobs, callbacks or activities; set \"ExecutionType\": \"STANDARD\" in the ProcessorConfig")));
    }
}
