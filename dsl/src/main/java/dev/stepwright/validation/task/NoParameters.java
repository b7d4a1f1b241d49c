package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.json.Placeholders;
import dev.stepwright.validation.machine.Integrations;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import tools.jackson.core.JsonPointer;

/** A call of a service has no parameters at all. ASL gives the service the state's input then. */
final class NoParameters extends Rule {
    NoParameters() {
        super("ASL-TSK-015", Severity.WARNING, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        String field = part.argumentsField();
        boolean isThere = part.has("Parameters") || part.has("Arguments") || part.misspells(field);
        if (part.kind() == Kind.TASK && !isThere) {
            part.resource()
                    .filter(NoParameters::isKnown)
                    .ifPresent(resource -> findings.add(finding(part, resource, field)));
        }
    }

    private Finding finding(Part part, TaskResource resource, String field) {
        JsonPointer pointer = part.at("Resource");
        String said = field + " field is required for resource ARN: "
                + part.value("Resource").stringValue();
        return at(pointer, message(resource, field)).whenMade(said, pointer);
    }

    private static boolean isKnown(TaskResource resource) {
        if (Placeholders.isMasked(resource.service()) || Placeholders.isMasked(resource.action())) {
            return false;
        }
        return resource.isSdk()
                || Integrations.find(resource.service())
                        .map(Integrations.Service::actions)
                        .filter(actions -> actions.isEmpty() || actions.contains(resource.action()))
                        .isPresent();
    }

    private static String message(TaskResource resource, String field) {
        List<String> needed = Integrations.requiredParameters(resource);
        String members = needed.isEmpty() ? "" : " with " + Words.allOf(needed).replace("|", "\" or \"");
        return "AWS refuses to create a machine that calls %s:%s without %s, and does not use the state's input instead; add %s%s"
                .formatted(resource.service(), resource.action(), field, field, members);
    }
}
