package dev.stepwright.validation.machine;

import dev.stepwright.expression.TemplateKey;
import java.util.List;

/** The names that an {@code Assign} gives values to. */
public final class Variables {
    /**
     * An assignment.
     *
     * @param field the member of {@code Assign}
     * @param name the variable: the member's name, in JSONPath states without the {@code .$} at its end
     */
    public record Assignment(String field, String name) {}

    private Variables() {}

    public static List<Assignment> assignedBy(Part part) {
        if (!part.has("Assign") || Fields.find(part.kind(), "Assign").isEmpty()) {
            return List.of();
        }
        return part.value("Assign").propertyNames().stream()
                .map(field -> new Assignment(field, name(field, part.isJsonata())))
                .toList();
    }

    private static String name(String field, boolean isJsonata) {
        return isJsonata ? field : TemplateKey.of(field).name();
    }

    public static boolean isValid(String name) {
        return !name.isEmpty()
                && name.codePointCount(0, name.length()) <= 80
                && Character.isUnicodeIdentifierStart(name.codePointAt(0))
                && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
    }
}
