package dev.stepwright.asl.template;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.BarePlaceholders;
import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.Placeholders;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What is known before a deployment of the values that a template puts into one definition.
 *
 * @param words what is put in place of placeholders, by their names: what somebody gives, and constant substitutions
 */
record Filling(JsonDocument template, KnownValues values, Map<String, String> words) {
    /**
     * A definition with what is known of it.
     *
     * @param problem why it is as it is written, where a value does not go where it is put
     */
    record Filled(AslDocument document, Optional<TemplateProblem> problem) {
        static Filled as(AslDocument document) {
            return new Filled(document, Optional.empty());
        }
    }

    /** Of one within another the inner one is meant. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}]+)}");

    static Filling of(Template template, Substitutions substitutions) {
        KnownValues values = template.values();
        Map<String, String> words = new HashMap<>(values.given());
        for (String name : substitutions.names()) {
            if (template.has(name)) {
                // What is given is the value of the parameter, from which that of the substitution may follow.
                words.remove(name);
            }
            String word = new Intrinsics(template.document(), values)
                    .text(substitutions.at().appendProperty(name))
                    .text();
            if (!Placeholders.isOne(word) && !KnownValues.endsString(word)) {
                words.putIfAbsent(name, word);
            }
        }
        return new Filling(template.document(), values, words);
    }

    /** Returns the names of the placeholders in a text. */
    static Set<String> namesIn(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Returns a definition that a value of the template makes, with what is known of it. */
    Filled ofText(JsonPointer at, AslDocument written) {
        Extract text = new Intrinsics(template, values).text(at);
        return read(written, () -> BarePlaceholders.parse(text.filling(PLACEHOLDER, words)));
    }

    /** Returns a definition that stands in the template as an object, with what is known of it. */
    Filled ofObject(JsonPointer at, AslDocument written) {
        return isNamedByPlaceholder(written.root())
                ? Filled.as(written)
                : read(written, () -> InlineDefinition.of(at, this));
    }

    /** Whoever refers to such a member has the placeholder too. */
    private static boolean isNamedByPlaceholder(JsonNode value) {
        return value.propertyNames().stream().anyMatch(name -> name.contains("${"))
                || value.valueStream().anyMatch(Filling::isNamedByPlaceholder);
    }

    /**
     * Returns a definition in a file of its own, with what is known of it.
     *
     * @param words what is put in place of placeholders, by their names
     */
    static Filled ofFile(AslDocument written, Map<String, String> words) {
        if (Collections.disjoint(words.keySet(), namesIn(written.text()))) {
            return Filled.as(written);
        }
        Extract text = Extract.of(written.text()).filling(PLACEHOLDER, words);
        boolean isYaml = written.name().matches("(?s).*\\.ya?ml");
        return read(written, () -> isYaml ? text.parseYaml() : BarePlaceholders.parse(text));
    }

    interface Reading {
        JsonDocument document();
    }

    /** Returns what is read with all that is known; what is written, where that is no JSON. */
    static Filled read(AslDocument written, Reading reading) {
        try {
            JsonDocument filled = reading.document();
            return Filled.as(filled.root().equals(written.root()) ? written : AslDocument.of(written.name(), filled));
        } catch (JsonSyntaxException e) {
            String message = "with the values of its placeholders, the definition is not JSON: " + e.problem()
                    + "; quote a placeholder for a string, and do not quote one for a number";
            TemplateProblem problem = TemplateProblem.of(TemplateRule.FILLED_NO_JSON, e.position(), message);
            return new Filled(written, Optional.of(problem));
        }
    }
}
