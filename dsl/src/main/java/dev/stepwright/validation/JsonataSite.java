package dev.stepwright.validation;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.jsonata.syntax.Parser;
import dev.stepwright.jsonata.syntax.ProblemList;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.syntax.SyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A text in a JSONata state where an expression may stand.
 *
 * @param field the field of the part that contains it
 * @param text the whole string
 * @param syntax the tree of the expression between <code>{%</code> and <code>%}</code>; empty if the text is none, is no JSONata, or has a
 *     placeholder
 * @param problem the first thing that keeps the expression from being JSONata
 */
record JsonataSite(
        Part part,
        String field,
        JsonPointer pointer,
        String text,
        Optional<Syntax> syntax,
        Optional<SyntaxProblem> problem) {
    private static final int DELIMITER = "{%".length();

    /** Returns all such texts of an object, at any depth of its fields. */
    static List<JsonataSite> of(Part part) {
        List<JsonataSite> sites = new ArrayList<>();
        if (part.isJsonata()) {
            part.fields()
                    .filter(field -> field.takesExpression() && field.language() != QueryLanguage.JSONPATH)
                    .forEach(field ->
                            collect(part, field.name(), part.at(field.name()), part.value(field.name()), sites));
        }
        return sites;
    }

    private static void collect(Part part, String field, JsonPointer pointer, JsonNode value, List<JsonataSite> sites) {
        if (value.isString()) {
            sites.add(of(part, field, pointer, value));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            collect(part, field, pointer.appendProperty(member.getKey()), member.getValue(), sites);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(part, field, pointer.appendIndex(i), value.get(i), sites);
        }
    }

    private static JsonataSite of(Part part, String field, JsonPointer pointer, JsonNode value) {
        String text = value.stringValue();
        if (!Text.isExpression(value) || Text.isUnknown(text)) {
            return new JsonataSite(part, field, pointer, text, Optional.empty(), Optional.empty());
        }
        String expression = text.substring(DELIMITER, text.length() - DELIMITER);
        Optional<SyntaxProblem> problem = Jsonata.problems(expression).stream().findFirst();
        Optional<Syntax> syntax =
                problem.isPresent() ? Optional.empty() : Optional.of(Parser.parse(expression, new ProblemList()));
        return new JsonataSite(part, field, pointer, text, syntax, problem);
    }

    /** Returns whether the field itself is the expression, and not something within it. */
    boolean isWholeField() {
        return pointer.equals(part.at(field));
    }

    /** Returns which character of the whole string a character of the expression is; both count from 0. */
    int offset(int inExpression) {
        return Math.max(0, inExpression) + DELIMITER;
    }
}
