package dev.stepwright.validation.map;

import dev.stepwright.asl.edit.Fix;
import dev.stepwright.expression.TemplateKey;
import dev.stepwright.json.Placeholders;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Where in S3 a reader or writer of a Map state finds its object, or puts it. */
final class MapLocation {
    private static final String SERVICE = ":::";

    private MapLocation() {}

    /**
     * Reports what is not said of the location, if it is said at all; a name with a placeholder may be any. What AWS tells of it
     * nobody has seen.
     *
     * @param needed what each resource needs, by its name after the colons
     */
    static void check(Rule rule, Part part, Map<String, List<String>> needed, Findings findings) {
        String resource = part.text("Resource").orElse("");
        String action =
                resource.contains(SERVICE) ? resource.substring(resource.indexOf(SERVICE) + SERVICE.length()) : "";
        JsonNode location = part.value(part.argumentsField());
        if (!location.isObject() || location.propertyNames().stream().anyMatch(Placeholders::areIn)) {
            return;
        }
        List<TemplateKey> given =
                location.propertyNames().stream().map(TemplateKey::of).toList();
        needed.getOrDefault(action, List.of()).stream()
                .filter(name -> given.stream().noneMatch(key -> key.name().equals(name)))
                .forEach(name -> report(rule, part, name, given, findings));
    }

    private static void report(Rule rule, Part part, String name, List<TemplateKey> given, Findings findings) {
        JsonPointer at = part.at(part.argumentsField());
        Optional<TemplateKey> slip = given.stream()
                .filter(key -> new Names(List.of(name)).nearest(key.name()).isPresent())
                .findFirst();
        findings.add(rule.at(
                        at,
                        "%s lacks %s%s"
                                .formatted(
                                        part.argumentsField(),
                                        name,
                                        slip.map(key -> "; did you misspell it as " + Words.quote(key.written()) + "?")
                                                .orElse("")))
                .mendedBy(slip.map(key ->
                        Fix.spell(at.appendProperty(key.written()), new TemplateKey(name, key.isDynamic()).written())))
                .accepted());
    }
}
