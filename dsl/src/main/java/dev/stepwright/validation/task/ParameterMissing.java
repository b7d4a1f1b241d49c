package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The parameters of a known integration lack what the service cannot do without. */
final class ParameterMissing extends Rule {
    ParameterMissing() {
        super("ASL-TSK-011", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        String field = part.argumentsField();
        JsonNode parameters = part.value(field);
        if (!parameters.isObject()) {
            return;
        }
        part.resource()
                .ifPresent(resource -> Integrations.requiredParameters(resource).stream()
                        .filter(names -> Arrays.stream(names.split("\\|", -1))
                                .noneMatch(name -> parameters.has(name) || parameters.has(name + ".$")))
                        .forEach(names -> findings.add(finding(part, field, resource, names))));
    }

    private Finding finding(Part part, String field, TaskResource resource, String names) {
        Optional<String> near = new Names(part.value(field).propertyNames()).nearest(names);
        Finding finding = atName(part.at(field), message(resource, names.replace("|", " or "), near))
                .mendedBy(near.map(name ->
                        Fix.spell(part.at(field).appendProperty(name), name.endsWith(".$") ? names + ".$" : names)));
        return names.equals(Integrations.DESTINATION)
                ? finding.accepted()
                : finding.service(
                        "The field '%s' is required but was missing".formatted(names.split("\\|", -1)[0]),
                        part.at(field));
    }

    private static String message(TaskResource resource, String missing, Optional<String> near) {
        String question = near.map(name -> "; did you misspell it as " + Words.quote(name) + "?")
                .orElse("");
        return "%s:%s needs %s%s".formatted(resource.service(), resource.action(), missing, question);
    }
}
