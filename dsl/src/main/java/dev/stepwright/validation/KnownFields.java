package dev.stepwright.validation;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.validation.error.ErrorRules;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Shape;
import dev.stepwright.validation.task.TaskRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * An object of a definition that ASL gives fields to, a state or a retry rule for example, and the fields that it may have: for editors, which offer
 * them.
 *
 * @param json the object itself. It is shared: do not change it
 * @param language the query language of the state that it is or belongs to
 * @param fields in the order of ASL; those of the other query language only where the object has them
 */
public record KnownFields(JsonNode json, QueryLanguage language, List<KnownField> fields) {
    public KnownFields {
        fields = List.copyOf(fields);
    }

    /** What the value of a field is. */
    public enum FieldType {
        TEXT,
        /** The name of a state beside it; of {@code StartAt} that of a state within. */
        STATE,
        /** A path, or null. */
        PATH,
        NUMBER,
        /** Any value, objects with fields of their own among them. */
        DATA;

        private static FieldType of(Shape shape) {
            return switch (shape) {
                case TEXT -> TEXT;
                case TARGET -> STATE;
                case PATH, OPTIONAL_PATH -> PATH;
                case INTEGER, NUMBER -> NUMBER;
                case ANY, BOOLEAN, OBJECT, ARRAY, ITEMS -> DATA;
            };
        }
    }

    /**
     * A field.
     *
     * @param isRequired whether an object lacks something without it
     * @param isGroup whether its value, or each element of it, is an object with fields of its own
     * @param words the only texts that it may be; empty where any may
     * @param suggestions texts that it, or an element of it, often is; any other will do as well
     * @param description what it is for, in a sentence or two; empty where there is none
     */
    public record KnownField(
            String name,
            FieldType type,
            boolean isRequired,
            boolean isGroup,
            List<String> words,
            List<String> suggestions,
            String description) {
        public KnownField {
            words = List.copyOf(words);
            suggestions = List.copyOf(suggestions);
        }
    }

    /** Returns all objects that ASL gives fields to by where they stand, outer before inner; none if the document is no object. */
    public static Map<JsonPointer, KnownFields> of(AslDocument document) {
        Map<JsonPointer, KnownFields> known = new LinkedHashMap<>();
        Validator.machine(document, WorkflowType.STANDARD).parts().forEach(part -> known.put(part.pointer(), of(part)));
        return known;
    }

    private static KnownFields of(Part part) {
        List<KnownField> fields = Fields.of(part.kind()).stream()
                .filter(field ->
                        field.language() == null || field.language() == part.language() || part.has(field.name()))
                .map(field -> new KnownField(
                        field.name(),
                        FieldType.of(field.shape()),
                        field.isRequired(),
                        field.holds() != null,
                        field.words(),
                        suggestions(part.kind(), field.name()),
                        FieldDescriptions.of(part.kind(), field.name())))
                .toList();
        return new KnownFields(part.json(), part.language(), fields);
    }

    private static List<String> suggestions(Kind kind, String field) {
        if (field.equals("ErrorEquals")) {
            return ErrorRules.names();
        }
        return kind == Kind.TASK && field.equals("Resource") ? TaskRules.resources() : List.of();
    }
}
