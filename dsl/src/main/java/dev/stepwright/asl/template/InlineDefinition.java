package dev.stepwright.asl.template;

import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A definition that is written into a template as an object, with calls of functions as values. */
final class InlineDefinition {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String IF = "Fn::If";

    /** Such a value would be deployed as a text, where a definition most likely needs a number or a boolean: it stays a placeholder. */
    private static final Pattern NO_TEXT = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|true|false");

    private final Intrinsics written;
    private final Intrinsics known;
    private final Filling filling;
    private final Map<JsonPointer, JsonPointer> places = new HashMap<>();
    private final Map<JsonPointer, Extract> strings = new HashMap<>();

    private InlineDefinition(Intrinsics written, Intrinsics known, Filling filling) {
        this.written = written;
        this.known = known;
        this.filling = filling;
    }

    /** Returns a definition with placeholders for what the template calls by names. */
    static JsonDocument of(JsonPointer definition, JsonDocument template, Intrinsics intrinsics) {
        Filling nothing = new Filling(template, KnownValues.none(), Map.of());
        return new InlineDefinition(intrinsics, intrinsics, nothing).document(definition);
    }

    /** Returns a definition with values for what is known. */
    static JsonDocument of(JsonPointer definition, Filling filling) {
        Intrinsics written = new Intrinsics(filling.template(), KnownValues.none());
        Intrinsics known = new Intrinsics(filling.template(), filling.values());
        return new InlineDefinition(written, known, filling).document(definition);
    }

    private JsonDocument document(JsonPointer definition) {
        JsonNode value =
                moved(JsonPointer.empty(), definition, filling.template().root().at(definition));
        return filling.template().part(value, places, strings);
    }

    /**
     * Copies a value whose place in the template does not follow from that of what is around it.
     *
     * @param to its place in the definition
     * @param from that in the template
     */
    private JsonNode moved(JsonPointer to, JsonPointer from, JsonNode value) {
        places.put(to, from);
        return copy(to, from, value);
    }

    private JsonNode copy(JsonPointer to, JsonPointer from, JsonNode value) {
        Optional<Integer> choice = filling.values().choice(value).or(() -> likelyChoice(value));
        if (choice.isPresent()) {
            JsonPointer chosen = from.appendProperty(IF).appendIndex(choice.get());
            return moved(to, chosen, value.path(IF).path(choice.get()));
        }
        if (Intrinsics.isCall(value) || isToFill(value)) {
            return text(to, from);
        }
        if (value.isObject()) {
            ObjectNode copy = NODES.objectNode();
            value.properties().stream()
                    .filter(member -> !isNothing(member.getValue()))
                    .forEach(member -> copy.set(
                            member.getKey(),
                            copy(
                                    to.appendProperty(member.getKey()),
                                    from.appendProperty(member.getKey()),
                                    member.getValue())));
            return copy;
        }
        return value.isArray() ? elements(to, from, value) : value;
    }

    private ArrayNode elements(JsonPointer to, JsonPointer from, JsonNode array) {
        ArrayNode copy = NODES.arrayNode();
        for (int i = 0; i < array.size(); i++) {
            if (!isNothing(array.get(i))) {
                copy.add(moved(to.appendIndex(copy.size()), from.appendIndex(i), array.get(i)));
            }
        }
        return copy;
    }

    private boolean isToFill(JsonNode value) {
        return !filling.words().isEmpty()
                && value.isString()
                && value.stringValue().contains("${");
    }

    private boolean isNothing(JsonNode value) {
        Optional<Integer> choice = filling.values().choice(value);
        return choice.isPresent() ? isNothing(value.path(IF).path(choice.get())) : isNoValue(value);
    }

    private static boolean isNoValue(JsonNode value) {
        return value.size() == 1 && value.path("Ref").asString("").equals("AWS::NoValue");
    }

    /** Where nobody knows the condition, the first choice that is something is taken, unless that is a text. */
    private static Optional<Integer> likelyChoice(JsonNode value) {
        int choice = isNoValue(value.path(IF).path(1)) ? 2 : 1;
        JsonNode chosen = value.path(IF).path(choice);
        boolean isText = chosen.isMissingNode() || chosen.isString() || Intrinsics.isCall(chosen) && !chosen.has(IF);
        return isText ? Optional.empty() : Optional.of(choice);
    }

    private JsonNode text(JsonPointer to, JsonPointer from) {
        Extract filled = known.text(from).filling(Filling.PLACEHOLDER, filling.words());
        Extract text = NO_TEXT.matcher(filled.text()).matches() ? written.text(from) : filled;
        strings.put(to, text);
        return NODES.stringNode(text.text());
    }
}
