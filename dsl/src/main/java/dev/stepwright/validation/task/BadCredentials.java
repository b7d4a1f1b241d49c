package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A task's {@code Credentials} do not name a role; for resources that are none of AWS they may hold anything. */
final class BadCredentials extends Rule {
    private static final List<String> FIELDS = List.of("RoleArn", "RoleArn.$");

    BadCredentials() {
        super("ASL-TSK-007", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode credentials = part.value("Credentials");
        if (part.kind() != Kind.TASK || credentials.isMissingNode()) {
            return;
        }
        if (part.resource()
                .filter(resource -> resource.type() == TaskResource.Type.ACTIVITY)
                .isPresent()) {
            findings.add(atName(
                            part.at("Credentials"),
                            "the workers of an activity use credentials of their own; remove Credentials")
                    .service("The field 'Credentials' is not supported for activities", part.at("Credentials")));
            return;
        }
        if (part.resource().filter(BadCredentials::isOfAws).isEmpty()
                || part.isJsonata() && Text.isExpression(credentials)
                || FIELDS.stream().anyMatch(credentials::has)) {
            return;
        }
        String remedy = credentials.isObject()
                ? "Credentials needs RoleArn"
                : "Credentials must be an object, found " + Words.show(credentials) + "; add RoleArn";
        findings.add(at(part.at("Credentials"), remedy + ", the ARN of the role that the task runs with")
                .service("The field 'RoleArn' is required but was missing", part.at("Credentials")));
    }

    private static boolean isOfAws(TaskResource resource) {
        return resource.type() != TaskResource.Type.OTHER && resource.type() != TaskResource.Type.MALFORMED;
    }
}
