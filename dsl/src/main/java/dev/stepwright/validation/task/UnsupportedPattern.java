package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.validation.machine.Integrations;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;

/** An integration is to run a job or wait for a token, which it cannot. */
final class UnsupportedPattern extends Rule {
    UnsupportedPattern() {
        super("ASL-TSK-002", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.resource()
                .filter(UnsupportedPattern::isUnsupported)
                .ifPresent(resource -> findings.add(at(
                                part.at("Resource"),
                                "Resource is %s, but %s does not support %s; %s"
                                        .formatted(
                                                Words.show(part.value("Resource")),
                                                resource.service(),
                                                resource.pattern(),
                                                advice(resource)))
                        .service(
                                ServiceWords.unrecognized(part.value("Resource").stringValue()), part.at("Resource"))));
    }

    private static boolean isUnsupported(TaskResource resource) {
        if (resource.isSdk()) {
            return resource.isJob();
        }
        return Integrations.find(resource.service())
                .filter(service -> resource.isJob() && !service.hasJobs()
                        || resource.isParsedJob() && !resource.service().equals("states")
                        || resource.isCallback() && !service.hasCallback())
                .isPresent();
    }

    private static String advice(TaskResource resource) {
        if (resource.isJob() && resource.isSdk()) {
            return "only optimized integrations run jobs";
        }
        boolean hasJobs = Integrations.find(resource.service())
                .filter(Integrations.Service::hasJobs)
                .isPresent();
        return resource.isParsedJob() && hasJobs ? "write .sync" : "remove it";
    }
}
