package dev.stepwright.validation.machine;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.Trail;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.jsonata.error.JsonataException;
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
public record JsonataSite(
        Part part, String field, Trail place, String text, Optional<Syntax> syntax, Optional<SyntaxProblem> problem) {
    /** Returns all such texts of an object, at any depth of its fields. */
    static List<JsonataSite> of(Part part) {
        List<JsonataSite> sites = new ArrayList<>();
        if (part.isJsonata()) {
            part.fields().stream()
                    .filter(field -> field.takesExpression() && field.language() != QueryLanguage.JSONPATH)
                    .forEach(field ->
                            collect(part, field.name(), part.trail(field.name()), part.value(field.name()), sites));
        }
        return sites;
    }

    private static void collect(Part part, String field, Trail place, JsonNode value, List<JsonataSite> sites) {
        if (value.isString()) {
            sites.add(of(part, field, place, value));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            collect(part, field, place.member(member.getKey()), member.getValue(), sites);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(part, field, place.element(i), value.get(i), sites);
        }
    }

    private static JsonataSite of(Part part, String field, Trail place, JsonNode value) {
        String text = value.stringValue();
        if (!Text.isExpression(value) || Text.isUnknown(text)) {
            return new JsonataSite(part, field, place, text, Optional.empty(), Optional.empty());
        }
        String expression = JsonataMarks.between(text);
        try {
            Syntax syntax = Jsonata.parse(expression).syntax();
            return new JsonataSite(part, field, place, text, Optional.of(syntax), Optional.empty());
        } catch (JsonataException e) {
            Optional<SyntaxProblem> problem =
                    Jsonata.problems(expression).stream().findFirst();
            return new JsonataSite(part, field, place, text, Optional.empty(), problem);
        }
    }

    /** Returns where the text stands. */
    public JsonPointer pointer() {
        return place.pointer();
    }

    /** Returns whether the field itself is the expression, and not something within it. */
    public boolean isWholeField() {
        return pointer().equals(part.at(field));
    }

    /** Returns which character of the whole string a character of the expression is; both count from 0. */
    public int offset(int inExpression) {
        return Math.max(0, inExpression) + JsonataMarks.WIDTH;
    }
}
