package dev.stepwright.asl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** An object of the document, seen as what ASL calls it. */
public sealed interface View permits StateMachineDefinition, State, RetryRule, CatchRule, ChoiceRule {
    /** Returns where the object stands in its document. */
    JsonPointer pointer();

    /** Returns the object itself, with all its fields in their order. It is shared: do not change it. */
    JsonNode json();

    /** Returns the value of a field, JSON null included; empty if the object has no such field. */
    default Optional<JsonNode> field(String name) {
        return Optional.ofNullable(json().get(name));
    }

    /** Returns the text of a field; empty if it is absent or no string. */
    default Optional<String> text(String name) {
        return field(name).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    /** Returns where a field stands, or would stand. */
    default JsonPointer at(String field) {
        return pointer().appendProperty(field);
    }

    /** Returns the {@code Comment}. */
    default Optional<String> comment() {
        return text("Comment");
    }

    /** Returns the strings of an array field; what is no string is left out. */
    default List<String> texts(String name) {
        return field(name).stream()
                .flatMap(array -> array.valueStream())
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    /** Returns the objects of an array field as views; what is no object is left out. */
    default <V> List<V> elements(String name, BiFunction<JsonPointer, JsonNode, V> view) {
        List<V> views = new ArrayList<>();
        JsonNode array = json().path(name);
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            if (array.get(i).isObject()) {
                views.add(view.apply(at(name).appendIndex(i), array.get(i)));
            }
        }
        return List.copyOf(views);
    }

    /** Returns the objects of an object field as views, by their names and in their order; what is no object is left out. */
    default Map<String, JsonNode> members(String name) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        field(name)
                .filter(JsonNode::isObject)
                .ifPresent(object -> object.properties().stream()
                        .filter(member -> member.getValue().isObject())
                        .forEach(member -> members.put(member.getKey(), member.getValue())));
        return members;
    }
}
