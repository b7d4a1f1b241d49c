package dev.stepwright.codegen.generate.code;

import com.palantir.javapoet.CodeBlock;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.json.JsonText;
import tools.jackson.databind.JsonNode;

/** Javadoc text from what people wrote into schemas and definitions. */
public final class Docs {
    private Docs() {}

    /** Returns text that means the same in Javadoc: no markup, no tags, no end of comment, no Unicode escapes. */
    public static String escape(String text) {
        return text.strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;")
                .replaceAll("\\R", "\n");
    }

    /** Returns text in the typeface of code; as a code tag where the text allows that. */
    public static String code(String text) {
        return text.matches("(?U)[\\w .,:;#$/'\"=+?!()-]+")
                ? "{@code " + text + "}"
                : "<code>" + escape(text) + "</code>";
    }

    /** Returns the description of a schema, else its title if that says more than a name, else the empty text. */
    static String of(Place place) {
        JsonNode schema = place.node();
        String description = schema.path("description").asString("");
        String title = schema.path("title").asString("");
        boolean isName = title.matches("[A-Za-z][A-Za-z0-9]*");
        return escape(description.isBlank() && !isName ? title : description);
    }

    /** Like {@link #of}, with what a missing member stands for; empty for a member that nobody described, but a definition tells. */
    public static String ofMember(Place place) {
        if (place.file().isInferred()) {
            return "";
        }
        JsonNode otherwise = place.node().path("default");
        String text = of(place);
        return otherwise.isMissingNode() || otherwise.isNull()
                ? text
                : (text + "; absent means " + code(JsonText.compact(otherwise))).replaceFirst("^; ", "");
    }

    /**
     * Returns the description as a sentence, or else one that says where the schema is, and of which kind its values are; nothing where
     * nobody wrote a schema and the name of the type says all.
     */
    public static CodeBlock ofType(Place place, String kind) {
        String text = of(place);
        if (text.isEmpty()) {
            return place.file().isInferred()
                    ? CodeBlock.builder().build()
                    : CodeBlock.of("The $L at $L.\n", kind, code(place.toString()));
        }
        return CodeBlock.of("$L\n", text.matches("(?s).*[.!?]") ? text : text + ".");
    }
}
