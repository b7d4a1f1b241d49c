package dev.stepwright.asl.template;

import dev.stepwright.asl.AslDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Finds placeholders of a definition that nothing is put in place of.
 *
 * @param isMeant which of their names are none of another language
 * @param message what is said of a name
 */
record UnfilledPlaceholders(AslDocument definition, Predicate<String> isMeant, UnaryOperator<String> message) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_.:-]*)}");

    /**
     * Returns a problem for each name, at its first place.
     *
     * @param filled the names that something is put in place of
     */
    List<TemplateProblem> problems(Set<String> filled) {
        List<TemplateProblem> problems = new ArrayList<>();
        add(JsonPointer.empty(), definition.root(), new HashSet<>(filled), problems);
        return problems;
    }

    /** @param known the names that need nothing more, and those that were told already */
    private void add(JsonPointer pointer, JsonNode value, Set<String> known, List<TemplateProblem> problems) {
        if (value.isObject()) {
            value.properties().stream()
                    .filter(member -> !member.getKey().equals("Comment"))
                    .forEach(
                            member -> add(pointer.appendProperty(member.getKey()), member.getValue(), known, problems));
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            add(pointer.appendIndex(i), value.get(i), known, problems);
        }
        if (value.isString() && isFilled(value.stringValue())) {
            add(pointer, value.stringValue(), known, problems);
        }
    }

    /** A script or a sentence may have such words for itself; a name, an ARN and an address have none. */
    private static boolean isFilled(String text) {
        return text.contains("${") && !text.startsWith("{%") && text.chars().noneMatch(Character::isWhitespace);
    }

    private void add(JsonPointer pointer, String text, Set<String> known, List<TemplateProblem> problems) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            String name = placeholder.group(1);
            if (isMeant.test(name) && known.add(name)) {
                problems.add(TemplateProblem.of(
                        TemplateRule.NO_SUBSTITUTION,
                        pointer,
                        definition.characterPosition(pointer, placeholder.start()),
                        message.apply(name)));
            }
        }
    }
}
