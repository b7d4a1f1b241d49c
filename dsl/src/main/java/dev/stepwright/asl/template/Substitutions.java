package dev.stepwright.asl.template;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What a template puts in place of placeholders of a definition.
 *
 * @param owner the template
 * @param at the machine's {@code DefinitionSubstitutions}, be there any or not
 */
record Substitutions(Template owner, JsonPointer at) {
    private JsonDocument template() {
        return owner.document();
    }

    /** Returns the names of the placeholders that something is put in place of; none if a function gives them. */
    List<String> names() {
        return isCalled() ? List.of() : List.copyOf(template().root().at(at).propertyNames());
    }

    private boolean isCalled() {
        return Intrinsics.isCall(template().root().at(at));
    }

    /**
     * Returns what is wrong with them.
     *
     * @param references the names of placeholders that stand for what the template itself refers to
     */
    List<TemplateProblem> problems(AslDocument definition, Set<String> references) {
        List<TemplateProblem> problems = new ArrayList<>();
        // Of what a condition chooses the definition has one choice, the template all.
        JsonNode properties = template().root().at(at.head());
        Set<String> used = Filling.namesIn(definition.asl()
                + JsonText.compact(properties.path("Definition"))
                + JsonText.compact(properties.path("DefinitionString")));
        for (String name : names()) {
            if (!used.contains(name)) {
                problems.add(TemplateProblem.of(
                        TemplateRule.UNUSED_SUBSTITUTION,
                        template().keyPosition(at.appendProperty(name)),
                        "the definition has no ${%s}, so this substitution has no effect; remove it, or add the placeholder"
                                .formatted(name)));
            }
        }
        if (!isCalled()) {
            Set<String> filled = new HashSet<>(references);
            filled.addAll(names());
            problems.addAll(new UnfilledPlaceholders(
                            definition,
                            this::isMeant,
                            name -> "the placeholder \"${%s}\" has no value; %s".formatted(name, remedy(name)))
                    .problems(filled));
        }
        return problems;
    }

    /** Other words with a dot or a colon are not of CloudFormation: {@code aws:username} is of IAM. */
    private boolean isMeant(String name) {
        return name.matches("\\w+(\\.Arn)?") || name.startsWith("AWS::") || owner.has(name.replaceFirst("\\..*", ""));
    }

    /** Substitutions have names without dots and colons. */
    private String remedy(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "");
        if (!plain.equals(name)) {
            return "write ${%s}, and add %s: %s to DefinitionSubstitutions"
                    .formatted(plain, plain, (name.contains("::") ? "!Ref " : "!GetAtt ") + name);
        }
        List<String> names = names();
        return "add " + name + " to DefinitionSubstitutions"
                + (names.isEmpty() ? "" : ", which has " + String.join(", ", names));
    }
}
