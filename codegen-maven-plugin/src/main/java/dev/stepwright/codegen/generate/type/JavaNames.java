package dev.stepwright.codegen.generate.type;

import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.shape.NamedType.EnumType;
import dev.stepwright.codegen.shape.NamedType.Property;

/**
 * The Java names of components and constants: made of their names in JSON, or of what a schema says instead, {@code "x-java-name": "id"}
 * for a member and {@code "x-java-names": {"A-B": "A_MINUS_B"}} for values of an enumeration.
 */
final class JavaNames {
    private JavaNames() {}

    /** Returns the name of a component; of the method instead, where there is only one value, which is named as in JSON. */
    static String of(Property property) {
        String said = property.place().node().path("x-java-name").asString("");
        return Names.member(said.isBlank() || property.constant() != null ? property.name() : said);
    }

    static String of(EnumType type, String value) {
        String said = type.place().node().path("x-java-names").path(value).asString("");
        return Names.constant(said.isBlank() ? value : said);
    }
}
