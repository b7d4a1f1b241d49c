package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.validation.KnownFields;
import dev.stepwright.validation.KnownFields.FieldType;
import dev.stepwright.validation.KnownFields.KnownField;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Writes the fields of a machine or a state, those of its rules, branches and other parts within them. Each has a {@code data-at}, where its value
 * stands or would stand; a button a {@code data-change}, too. The script of the designer does the rest.
 */
final class FieldForm {
    /** The form has its own for these, or they are states themselves. */
    private static final Set<String> ELSEWHERE = Set.of("Type", "States", "Next", "End", "Default");

    /** {@code ItemProcessor} has taken its place. */
    private static final String SUPERSEDED = "Iterator";

    private static final Pattern TRUE_OR_FALSE = Pattern.compile("BooleanEquals|Is[A-Z]\\w+");
    private static final Pattern OPERATOR =
            Pattern.compile("And|Or|Not|Is[A-Z]\\w+|(String|Numeric|Boolean|Timestamp)[A-Z]\\w+");

    private final Markup html = new Markup();
    private final Map<JsonPointer, KnownFields> known;

    private FieldForm(Map<JsonPointer, KnownFields> known) {
        this.known = known;
    }

    /**
     * Returns the fields of an object as markup.
     *
     * @param known all objects of the definition
     * @param at where one of them stands
     */
    static String of(Map<JsonPointer, KnownFields> known, JsonPointer at) {
        FieldForm form = new FieldForm(known);
        KnownFields object = object(known, at);
        form.fields(
                at,
                object,
                object.fields().stream()
                        .filter(field -> !ELSEWHERE.contains(field.name()))
                        .toList());
        return form.html.toString();
    }

    /**
     * Returns the object at a place.
     *
     * @throws IllegalArgumentException if none with fields of its own stands there
     */
    static KnownFields object(Map<JsonPointer, KnownFields> known, JsonPointer at) {
        KnownFields object = known.get(at);
        if (object == null) {
            throw new IllegalArgumentException("\"" + at + "\" has no fields of its own");
        }
        return object;
    }

    /** Writes fields that are there, or have to be; then the others, which a browser shows when it is asked to. */
    private void fields(JsonPointer at, KnownFields object, List<KnownField> fields) {
        List<KnownField> absent = fields.stream()
                .filter(field -> !object.json().has(field.name()) && !field.isRequired())
                .toList();
        fields.stream()
                .filter(field -> !absent.contains(field))
                .sorted(Comparator.comparing(KnownField::isGroup).thenComparing(field -> !field.isRequired()))
                .forEach(field -> field(at, object, field));
        if (!absent.stream().allMatch(KnownField::isGroup)) {
            html.open("details").attribute("class", "more").attribute("data-more", at.toString());
            html.open("summary").text("More fields").close("summary");
            absent.stream().filter(field -> !field.isGroup()).forEach(field -> field(at, object, field));
            html.close("details").line();
        }
        List<KnownField> groups = absent.stream()
                .filter(field -> field.isGroup() && !field.name().equals(SUPERSEDED))
                .toList();
        if (!groups.isEmpty()) {
            html.open("div").attribute("class", "buttons");
            groups.forEach(field -> button("ADD", at.appendProperty(field.name()), "Add " + field.name()));
            html.close("div").line();
        }
    }

    private void field(JsonPointer owner, KnownFields object, KnownField field) {
        JsonPointer at = owner.appendProperty(field.name());
        JsonNode value = object.json().path(field.name());
        if (known.containsKey(at)) {
            group(at, field.name(), List.of("REMOVE"));
        } else if (field.isGroup() && value.isArray()) {
            elements(at, field.name(), value);
        } else {
            control(at, field, value);
        }
    }

    private void elements(JsonPointer at, String name, JsonNode array) {
        for (int i = 0; i < array.size(); i++) {
            JsonPointer element = at.appendIndex(i);
            if (known.containsKey(element)) {
                group(element, name + " " + (i + 1), i == 0 ? List.of("REMOVE") : List.of("MOVE_UP", "REMOVE"));
            }
        }
        html.open("div").attribute("class", "buttons");
        button("ADD", at, "Add to " + name);
        html.close("div").line();
    }

    private void group(JsonPointer at, String name, List<String> changes) {
        KnownFields object = object(known, at);
        html.open("fieldset").attribute("data-group", at.toString());
        html.open("legend").text(name).close("legend");
        html.open("div").attribute("class", "buttons");
        for (String change : changes) {
            boolean isMove = change.equals("MOVE_UP");
            button(change, at, isMove ? "Move up" : "Remove", (isMove ? "Move up " : "Remove ") + name);
        }
        html.close("div");
        List<KnownField> fields = object.fields().stream()
                .filter(field -> !field.name().equals("States"))
                .toList();
        if (has(object, "And")) {
            condition(at, object, fields);
        } else {
            fields(at, object, fields);
        }
        html.close("fieldset").line();
    }

    /** Writes a condition in JSONPath: its variable, its operator and what that takes, then what else the rule has. */
    private void condition(JsonPointer at, KnownFields rule, List<KnownField> fields) {
        List<String> operators = fields.stream()
                .map(KnownField::name)
                .filter(name -> OPERATOR.matcher(name).matches())
                .toList();
        KnownField operator = fields.stream()
                .filter(field -> operators.contains(field.name()) && rule.json().has(field.name()))
                .findFirst()
                .orElse(null);
        boolean isComparison = operator == null || !operator.isGroup();
        if (isComparison) {
            fields.stream().filter(field -> field.name().equals("Variable")).forEach(field -> field(at, rule, field));
        }
        select(at, "TURN_INTO", "Operator", operator == null ? "" : operator.name(), operators);
        if (operator != null) {
            field(at, rule, operator);
        }
        fields(
                at,
                rule,
                fields.stream()
                        .filter(field -> !operators.contains(field.name())
                                && (!field.name().equals("Variable")
                                        || !isComparison && rule.json().has("Variable")))
                        .toList());
    }

    private void control(JsonPointer at, KnownField field, JsonNode value) {
        String text = value.isMissingNode() ? "" : FieldText.textOf(field, value);
        if (field.type() == FieldType.STATE) {
            select(at, "SET", field.name(), text, statesAround(at));
        } else if (!field.words().isEmpty()) {
            select(at, "SET", field.name(), text, field.words());
        } else if (TRUE_OR_FALSE.matcher(field.name()).matches()
                && !field.name().endsWith("Path")) {
            select(at, "SET", field.name(), text, List.of("true", "false"));
        } else {
            text(at, field, text);
        }
    }

    /** Returns the names of the states of the innermost machine around a place; none where they are no object. */
    private List<String> statesAround(JsonPointer at) {
        JsonPointer around = at.head();
        while (!known.containsKey(around) || !has(object(known, around), "States")) {
            around = around.head();
        }
        return List.copyOf(object(known, around).json().path("States").propertyNames());
    }

    private static boolean has(KnownFields object, String name) {
        return object.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    private void select(JsonPointer at, String change, String name, String chosen, List<String> values) {
        html.open("label").text(name + " ").open("select").attribute("data-at", at.toString());
        html.attribute("data-change", change);
        if (chosen.isEmpty() || !values.contains(chosen)) {
            option(chosen, true);
        }
        if (change.equals("SET") && !chosen.isEmpty()) {
            option("", false);
        }
        values.forEach(value -> option(value, value.equals(chosen)));
        html.close("select").close("label").line();
    }

    private void option(String value, boolean isChosen) {
        html.open("option");
        if (isChosen) {
            html.attribute("selected", "");
        }
        html.text(value).close("option");
    }

    private void text(JsonPointer at, KnownField field, String text) {
        html.open("label").text(field.name() + " ");
        if (field.type() == FieldType.PATH && text.indexOf('\n') < 0) {
            html.open("input").attribute("list", "paths").attribute("value", text);
            html.attribute("data-at", at.toString()).close();
        } else {
            html.open("textarea").attribute("data-at", at.toString());
            html.attribute("rows", Math.min(12, Math.max(1, text.lines().count())));
            // The line break is none of the text: a browser takes the first one away.
            html.attribute("spellcheck", "false").text("\n" + text).close("textarea");
        }
        html.close("label").line();
    }

    private void button(String change, JsonPointer at, String words) {
        button(change, at, words, words);
    }

    private void button(String change, JsonPointer at, String words, String wholly) {
        html.open("button").attribute("type", "button").attribute("data-at", at.toString());
        html.attribute("data-change", change).attribute("aria-label", wholly);
        html.text(words).close("button");
    }
}
