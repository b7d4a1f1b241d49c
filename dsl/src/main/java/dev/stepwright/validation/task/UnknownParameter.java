package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.expression.TemplateKey;
import dev.stepwright.json.Placeholders;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A call has a parameter that its operation does not take, or lacks one that it needs. Services get new parameters, so it is no error; but AWS makes no
 * machine with an optimized integration whose parameters it does not know. What such an integration needs is {@link ParameterMissing}.
 */
final class UnknownParameter extends Rule {
    UnknownParameter() {
        super("ASL-TSK-018", Severity.WARNING, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode parameters = part.value(part.argumentsField());
        if (parameters.isObject()) {
            part.resource()
                    .ifPresent(resource -> Request.of(resource)
                            .ifPresent(request -> check(part, resource, request, parameters, findings)));
        }
    }

    private void check(Part part, TaskResource resource, Request request, JsonNode parameters, Findings findings) {
        List<TemplateKey> keys = ParameterMissing.keys(parameters);
        Set<String> given = keys.stream().map(TemplateKey::name).collect(Collectors.toSet());
        if (given.stream().anyMatch(Placeholders::areIn)) {
            return;
        }
        List<String> needed = new ArrayList<>(resource.isSdk() ? request.required() : List.of());
        needed.removeAll(given);
        Names absent = new Names(
                request.members().stream().filter(name -> !given.contains(name)).toList());
        Set<TemplateKey> told = ParameterMissing.absences(resource, keys).stream()
                .flatMap(absence -> absence.slip().stream())
                .map(ParameterMissing.Slip::written)
                .collect(Collectors.toSet());
        for (TemplateKey key : keys) {
            if (!request.members().contains(key.name()) && !told.contains(key)) {
                Optional<String> near = absent.nearest(key.name());
                near.ifPresent(needed::remove);
                unknown(part, resource, key, near, absent, findings);
            }
        }
        keys.stream()
                .filter(key -> !resource.isSdk() && !isMember(key.name(), request.members()))
                .filter(key -> isWritten(part, key, parameters))
                .forEach(key -> findings.add(refusal(part, key)));
        if (!needed.isEmpty()) {
            findings.add(atName(
                            part.at(part.argumentsField()),
                            "%s needs %s, as far as this version knows".formatted(name(resource), Words.fields(needed)))
                    .accepted());
        }
    }

    private void unknown(
            Part part, TaskResource resource, TemplateKey key, Optional<String> near, Names absent, Findings findings) {
        var at = part.at(part.argumentsField()).appendProperty(key.written());
        String hint = near.isPresent() ? Words.didYouMean(near) : others(absent);
        findings.add(atName(
                        at,
                        "%s takes no %s, as far as this version knows%s"
                                .formatted(name(resource), Words.quote(key.name()), hint))
                .mendedBy(near.map(name -> Fix.spell(at, new TemplateKey(name, key.isDynamic()).written())))
                .accepted());
    }

    /** AWS: how optimized integrations spell abbreviations is not documented; {@code EnableEcsManagedTags} may be right. */
    private static boolean isMember(String name, Set<String> members) {
        return members.stream()
                .anyMatch(member -> name.startsWith(member.substring(0, 1)) && name.equalsIgnoreCase(member));
    }

    /** AWS: a parameter whose value is a path passes, and fails the task. */
    private static boolean isWritten(Part part, TemplateKey key, JsonNode parameters) {
        JsonNode value = parameters.path(key.written());
        return part.isJsonata() ? !Text.isExpression(value) : !key.isDynamic();
    }

    private Finding refusal(Part part, TemplateKey key) {
        JsonPointer at = part.at(part.argumentsField());
        return atName(at.appendProperty(key.written()), "")
                .refused("The field \"%s\" is not supported by Step Functions".formatted(key.written()), at);
    }

    private static String others(Names absent) {
        return absent.all().isEmpty() ? "" : "; it can also have " + Words.fields(absent.all());
    }

    private static String name(TaskResource resource) {
        return resource.service() + ":" + resource.action();
    }
}
