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
import dev.stepwright.validation.task.WrittenParameters.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A call has a parameter that its operation does not take, or lacks one that it needs; so may an object among its parameters. Services get
 * new parameters, so it is no error; but AWS makes no machine with an optimized integration whose parameters it does not know. What such an
 * integration needs is {@link ParameterMissing}.
 */
final class UnknownParameter extends Rule {
    /** AWS: what its guide shows, though the service calls the like not supported elsewhere. */
    private static final Set<String> SHOWN = Set.of("batch:submitJob attempts");

    UnknownParameter() {
        super("ASL-TSK-018", Severity.WARNING, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        WrittenParameters.look(
                part, object -> check(part, part.resource().orElseThrow(), object, findings), misfit -> {});
    }

    private void check(Part part, TaskResource resource, Named object, Findings findings) {
        List<TemplateKey> keys = ParameterMissing.keys(object.json());
        Set<String> given = keys.stream().map(TemplateKey::name).collect(Collectors.toSet());
        if (given.stream().anyMatch(Placeholders::areIn)) {
            return;
        }
        List<String> needed = new ArrayList<>(
                resource.isSdk() || !object.isWhole() ? object.taken().required() : List.of());
        needed.removeIf(name -> given.stream().anyMatch(name::equalsIgnoreCase));
        Names absent = new Names(object.taken().members().keySet().stream()
                .filter(name -> !given.contains(name))
                .toList());
        Set<TemplateKey> told = object.isWhole() ? told(resource, keys) : Set.of();
        for (TemplateKey key : keys) {
            if (!takes(object, key.name()) && !told.contains(key)) {
                Optional<String> near = absent.nearest(key.name());
                near.ifPresent(needed::remove);
                unknown(resource, object, key, near, absent, findings);
            }
        }
        if (!resource.isSdk() && (object.isWhole() || WrittenParameters.areHeld(resource))) {
            keys.stream()
                    .filter(key -> object.taken().nearly(key.name()).isEmpty())
                    .filter(key -> isWritten(part, key, object.json()))
                    .filter(key -> !SHOWN.contains(name(resource) + " " + key.name()))
                    .forEach(key -> findings.add(refusal(part, object, key)));
        }
        if (!needed.isEmpty()) {
            findings.add(atName(
                            object.at().pointer(),
                            "%s needs %s%s, as far as this version knows"
                                    .formatted(name(resource), Words.fields(needed), within(object)))
                    .accepted());
        }
    }

    /** Within others, how Step Functions spells abbreviations is not known. */
    private static boolean takes(Named object, String name) {
        return object.isWhole() ? object.taken().has(name) : object.taken().hasSpelt(name);
    }

    /** Returns those of which it is told already that they stand for what is missing. */
    private static Set<TemplateKey> told(TaskResource resource, List<TemplateKey> keys) {
        return ParameterMissing.absences(resource, keys).stream()
                .flatMap(absence -> absence.slip().stream())
                .map(ParameterMissing.Slip::written)
                .collect(Collectors.toSet());
    }

    private void unknown(
            TaskResource resource,
            Named object,
            TemplateKey key,
            Optional<String> near,
            Names absent,
            Findings findings) {
        var at = object.at().member(key.written()).pointer();
        String hint = near.isPresent() ? Words.didYouMean(near) : others(absent);
        findings.add(atName(
                        at,
                        "%s takes no %s%s, as far as this version knows%s"
                                .formatted(name(resource), Words.quote(key.name()), within(object), hint))
                .mendedBy(near.map(name -> Fix.spell(at, new TemplateKey(name, key.isDynamic()).written())))
                .accepted());
    }

    /** AWS: a parameter whose value is a path passes, and fails the task. */
    private static boolean isWritten(Part part, TemplateKey key, JsonNode parameters) {
        JsonNode value = parameters.path(key.written());
        return part.isJsonata() ? !Text.isExpression(value) : !key.isDynamic();
    }

    private Finding refusal(Part part, Named object, TemplateKey key) {
        JsonPointer all = part.at(part.argumentsField());
        return atName(object.at().member(key.written()).pointer(), "")
                .refused("The field \"%s\" is not supported by Step Functions".formatted(key.written()), all);
    }

    private static String within(Named object) {
        return object.isWhole() ? "" : " in " + object.field();
    }

    private static String others(Names absent) {
        return absent.all().isEmpty() ? "" : "; it can also have " + Words.fields(absent.all());
    }

    private static String name(TaskResource resource) {
        return resource.service() + ":" + resource.action();
    }
}
