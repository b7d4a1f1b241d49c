package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.tree.Constants;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.json.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields of an object of the definition as they stand, whatever the DSL would write there.
 *
 * @param set their values by names; a name that begins with {@code /} is a JSON pointer into the object
 * @param dropped fields that are not written
 * @param renamed fields that are written under another name
 */
record OtherFields(Map<String, JsonNode> set, Set<String> dropped, Map<String, String> renamed) {
    static final OtherFields NONE = new OtherFields(Map.of(), Set.of(), Map.of());

    OtherFields {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        dropped = Set.copyOf(dropped);
        renamed = Map.copyOf(renamed);
    }

    /** Sets a field to a Java value, or to the JSON of an expression that is constant or given as it stands. */
    OtherFields with(String field, @Nullable Object value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(set);
        more.put(
                field,
                value instanceof Expr<?, ?, ?> expression
                        ? json(field, expression.tree())
                        : Constants.json("the field \"" + field + "\"", value));
        Set<String> stillDropped = new LinkedHashSet<>(dropped);
        stillDropped.remove(field);
        return new OtherFields(more, stillDropped, renamed);
    }

    OtherFields without(String field) {
        Set<String> more = new LinkedHashSet<>(dropped);
        more.add(field);
        return new OtherFields(set, more, renamed);
    }

    OtherFields rename(String field, String name) {
        Map<String, String> more = new LinkedHashMap<>(renamed);
        more.put(field, name);
        return new OtherFields(set, dropped, more);
    }

    private static JsonNode json(String field, Tree tree) {
        if (tree instanceof Tree.Literal literal) {
            return literal.value();
        }
        if (tree instanceof Tree.Verbatim verbatim) {
            return verbatim.json();
        }
        throw new IllegalArgumentException(
                "with(\"" + field + "\", ...) needs a value, json(...) or template(...), found " + tree
                        + ", which depends on the query language");
    }

    /** Writes them into an object. */
    void writeTo(ObjectNode object) {
        set.forEach((field, value) -> {
            JsonPointer pointer = pointer(field);
            JsonNode parent = object.at(pointer.head());
            String name = pointer.last().getMatchingProperty();
            if (parent instanceof ObjectNode holder) {
                holder.set(name, value);
            } else if (parent instanceof ArrayNode array && pointer.last().mayMatchElement()) {
                array.set(pointer.last().getMatchingIndex(), value);
            } else {
                throw new IllegalArgumentException("with(\"" + field + "\", ...): there is no value at \""
                        + pointer.head() + "\" of " + JsonText.excerpt(object)
                        + "; a pointer starts at the state, such as /ItemProcessor/Comment");
            }
        });
        for (String field : dropped) {
            if (object.at(pointer(field).head()) instanceof ObjectNode holder) {
                holder.remove(pointer(field).last().getMatchingProperty());
            }
        }
        renamed.forEach((field, name) -> {
            if (object.has(field) && !set.containsKey(field)) {
                object.set(name, object.remove(field));
            }
        });
    }

    private static JsonPointer pointer(String field) {
        return field.startsWith("/")
                ? JsonPointer.compile(field)
                : JsonPointer.empty().appendProperty(field);
    }
}
