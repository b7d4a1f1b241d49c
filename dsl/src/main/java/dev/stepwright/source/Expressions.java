package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.expression.TemplateKey;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Values of fields that hold paths, expressions and templates, as they stand. */
final class Expressions {
    private Expressions() {}

    /**
     * Returns a template or an expression.
     *
     * @param type as what it is read
     * @param input the type of the input where Java cannot infer it; else empty
     */
    static Code template(JsonNode value, String type, String input, QueryLanguage language) {
        if (language == QueryLanguage.JSONATA && JsonataMarks.surround(value)) {
            return new Code.Call(
                    witness(input, type) + "jsonata", List.of(expression(value.stringValue()), literal(type)));
        }
        if (!value.isContainer() || isConstant(value, language)) {
            return Code.call("json", Literals.jsonText(value), literal(type));
        }
        return type.equals("JsonNode")
                ? new Code.Call(witness(input) + "template", List.of(Literals.jsonText(value)))
                : new Code.Call(witness(input, type) + "template", List.of(Literals.jsonText(value), literal(type)));
    }

    private static String witness(String... types) {
        return types[0].isEmpty() ? "" : "Dsl.<" + String.join(", ", types) + ">";
    }

    /** Returns a type as an argument. */
    static Code literal(String type) {
        return type.startsWith("List<")
                ? Code.call("listOf", literal(type.substring("List<".length(), type.length() - 1)))
                : Code.word(type + ".class");
    }

    /** Returns the text of an expression; without its marks if they stand as the DSL writes them. */
    static Code expression(String marked) {
        String text = JsonataMarks.inside(marked);
        return Literals.string(marked.equals(JsonataMarks.around(text)) && !text.startsWith("{%") ? text : marked);
    }

    static Code path(String path, String type, String input) {
        return new Code.Call(witness(input, type) + "jsonPath", List.of(Literals.string(path), literal(type)));
    }

    /** Returns a value that reads only a part of the input. */
    static Code within(String path, String input, Code value) {
        Code place = path.equals("$") ? Code.call("input") : path(path, Document.UNKNOWN, input);
        return Code.call("within", place, value);
    }

    /** A template that has only marks of the other language is a constant. */
    static boolean isConstant(JsonNode value, QueryLanguage language) {
        boolean own = language == QueryLanguage.JSONATA ? JsonataMarks.areIn(value) : TemplateKey.isDynamicIn(value);
        boolean other = language == QueryLanguage.JSONATA ? TemplateKey.isDynamicIn(value) : JsonataMarks.areIn(value);
        return other && !own;
    }

    /** Returns the text of a rule of a Choice state. */
    static Code rule(JsonNode rule, QueryLanguage language) {
        return language == QueryLanguage.JSONATA
                        && rule.size() == 1
                        && rule.has("Condition")
                        && JsonataMarks.surround(rule.get("Condition"))
                ? Literals.string(rule.get("Condition").stringValue())
                : Literals.jsonText(rule);
    }
}
