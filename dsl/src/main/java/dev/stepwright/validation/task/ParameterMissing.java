package dev.stepwright.validation.task;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.expression.TemplateKey;
import dev.stepwright.validation.machine.Integrations;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The parameters of a known integration lack what the service cannot do without. */
final class ParameterMissing extends Rule {
    ParameterMissing() {
        super("ASL-TSK-011", Severity.ERROR, SCHEMA);
    }

    /** A name as it is written, and what it means. */
    record Slip(TemplateKey written, TemplateKey meant) {}

    /**
     * What a call lacks.
     *
     * @param names of which one has to be there
     * @param slip what is there instead of one of them
     */
    record Absence(List<String> names, Optional<Slip> slip) {
        static Absence of(List<String> names, List<TemplateKey> given) {
            Names known = new Names(names);
            return new Absence(
                    names,
                    given.stream()
                            .flatMap(key -> known
                                    .nearest(key.name())
                                    .map(name -> new Slip(key, new TemplateKey(name, key.isDynamic())))
                                    .stream())
                            .findFirst());
        }
    }

    static List<Absence> absences(TaskResource resource, List<TemplateKey> given) {
        Set<String> spelt = given.stream().map(TemplateKey::name).collect(Collectors.toSet());
        return Integrations.requiredParameters(resource).stream()
                .map(names -> List.of(names.split("\\|", -1)))
                .filter(names -> Collections.disjoint(names, spelt))
                .map(names -> Absence.of(names, given))
                .toList();
    }

    static List<TemplateKey> keys(JsonNode parameters) {
        return parameters.propertyNames().stream().map(TemplateKey::of).toList();
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode parameters = part.value(part.argumentsField());
        if (parameters.isObject()) {
            part.resource()
                    .ifPresent(resource -> absences(resource, keys(parameters))
                            .forEach(absence -> findings.add(finding(part, resource, absence))));
        }
    }

    private Finding finding(Part part, TaskResource resource, Absence absence) {
        JsonPointer at = part.at(part.argumentsField());
        Finding finding = atName(at, message(resource, absence))
                .mendedBy(absence.slip()
                        .map(slip -> Fix.spell(
                                at.appendProperty(slip.written().written()),
                                slip.meant().written())));
        return String.join("|", absence.names()).equals(Integrations.DESTINATION)
                ? finding.accepted()
                : finding.service(
                        "The field '%s' is required but was missing"
                                .formatted(absence.names().get(0)),
                        at);
    }

    private static String message(TaskResource resource, Absence absence) {
        String question = absence.slip()
                .map(slip ->
                        "; did you misspell it as " + Words.quote(slip.written().written()) + "?")
                .orElse("");
        String missing = absence.slip().map(slip -> slip.meant().name()).orElse(String.join(" or ", absence.names()));
        return "%s:%s needs %s%s".formatted(resource.service(), resource.action(), missing, question);
    }
}
