package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.expression.JsonataMarks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The fields of an object that no call says yet. */
final class Rest {
    private final Map<String, JsonNode> fields = new LinkedHashMap<>();
    private final Document document;

    Rest(JsonNode object) {
        this(object, Document.unknown());
    }

    /** @param document what paths in the fields read */
    Rest(JsonNode object, Document document) {
        this.document = document;
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    }

    /** Takes a field whose value a call can say; leaves it, and is empty, if the field is absent or has another value. */
    Optional<JsonNode> take(String name, Predicate<JsonNode> sayable) {
        JsonNode value = fields.get(name);
        if (value == null || !sayable.test(value)) {
            return Optional.empty();
        }
        fields.remove(name);
        return Optional.of(value);
    }

    Optional<String> takeString(String name) {
        return takeString(name, text -> true);
    }

    Optional<String> takeString(String name, Predicate<String> sayable) {
        return take(name, value -> value.isString() && sayable.test(value.stringValue()))
                .map(JsonNode::stringValue);
    }

    /** Takes a whole number within an {@code int}. */
    Optional<Integer> takeInt(String name, int least) {
        return take(name, value -> isInt(value, least))
                .map(value -> value.decimalValue().intValueExact());
    }

    /** Takes a number: a whole one, or what a path or an expression gives, or what is put in place of a placeholder. */
    Optional<Code> takeNumber(String name, int least, QueryLanguage language) {
        Optional<Code> literal = takeInt(name, least).map(number -> Code.word("" + number));
        return literal.isPresent()
                ? literal
                : takeUnknown(name, "Integer", language).map(Rest::number);
    }

    /** Takes what is known only when the machine runs, or when a placeholder is filled in. */
    Optional<Code> takeUnknown(String name, String type, QueryLanguage language) {
        return take(name, JsonNode::isPojo)
                .map(placeholder -> Expressions.template(placeholder, type, language))
                .or(() -> takeComputed(name, type, language));
    }

    /** Takes what a path, of a field with {@code Path} at its end, or an expression gives. */
    Optional<Code> takeComputed(String name, String type, QueryLanguage language) {
        return language == QueryLanguage.JSONATA
                ? take(name, JsonataMarks::surround).map(value -> Expressions.template(value, type, language))
                : takeString(name + "Path").map(path -> path(path, type));
    }

    private Code path(String path, String type) {
        return document.path(path)
                .filter(code -> document.typeAt(path).filter(type::equals).isPresent())
                .orElseGet(() -> Expressions.path(path, type));
    }

    /** Returns a number with the operators of one, which a typed path has. */
    static Code number(Code value) {
        return value.flat()
                        .filter(text -> text.matches("(?s)(path|number)\\(.*"))
                        .isPresent()
                ? value
                : Code.call("number", value);
    }

    /** Takes a text of a template: a literal, or what a path or an expression gives. */
    Optional<Code> takeText(String name, QueryLanguage language) {
        boolean jsonata = language == QueryLanguage.JSONATA;
        Optional<String> literal = takeString(name, text -> !(jsonata && text.startsWith("{%")));
        if (literal.isPresent()) {
            return literal.map(text -> Code.call("value", Literals.string(text)));
        }
        return jsonata
                ? takeComputed(name, "String", language)
                : takeString(name + ".$").map(path -> path(path, "String"));
    }

    /** Takes an object if {@code say} takes all of its fields, and says them. */
    Optional<Code> takeWhole(String name, Function<Rest, Optional<Code>> say) {
        JsonNode value = fields.get(name);
        if (value == null || !value.isObject()) {
            return Optional.empty();
        }
        Rest inner = new Rest(value, document);
        Optional<Code> code = say.apply(inner).filter(said -> inner.fields.isEmpty());
        code.ifPresent(said -> fields.remove(name));
        return code;
    }

    /** Takes the fields of an object; there are none if it is absent. */
    Rest takeFields(String name) {
        return new Rest(take(name, JsonNode::isObject).orElseGet(MissingNode::getInstance), document);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    private static boolean isInt(JsonNode value, int least) {
        return Literals.number(value)
                .filter(text -> text.matches("-?\\d+") && Integer.parseInt(text) >= least)
                .isPresent();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    void drop(String name) {
        fields.remove(name);
    }

    /** Returns the expression with one {@code with} for each field that is left. */
    Code with(Code code) {
        return with(code, "");
    }

    /** Like {@link #with(Code)}, for an object that stands somewhere within the state. */
    Code with(Code code, String place) {
        Code all = code;
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            String name = field.getKey();
            boolean pointer = !place.isEmpty() || name.startsWith("/");
            String where = pointer
                    ? (place.isEmpty() ? "/" : place) + name.replace("~", "~0").replace("/", "~1")
                    : name;
            all = all.then(Code.call("with", Literals.string(where), Literals.value(field.getValue())));
        }
        return all;
    }
}
