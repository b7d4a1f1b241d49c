package dev.stepwright.asl;

import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Position;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The text of a definition: its name for messages, its JSON (or YAML), and the line and column of everything in it. */
public final class AslDocument {
    private final String name;
    private final JsonDocument json;
    private final boolean isUnfilled;

    private AslDocument(String name, JsonDocument json) {
        this(name, json, false);
    }

    private AslDocument(String name, JsonDocument json, boolean isUnfilled) {
        this.name = name;
        this.json = json;
        this.isUnfilled = isUnfilled;
    }

    /**
     * Reads a definition from a text.
     *
     * @param name what messages call the text, for example its file name
     * @throws JsonSyntaxException if the text is not one JSON document
     */
    public static AslDocument parse(String name, String text) {
        return new AslDocument(name, JsonDocument.parse(text));
    }

    /**
     * Reads a definition from a file; messages name it by the path as given. A placeholder that stands bare in JSON is read as a text:
     * <code>"TimeoutSeconds": ${Limit}</code>.
     *
     * @param file JSON, or YAML if its name ends with {@code .yaml} or {@code .yml}
     * @throws IOException if the file is missing or cannot be read
     * @throws JsonSyntaxException if the file is not one document in UTF-8
     */
    public static AslDocument read(Path file) throws IOException {
        try {
            return new AslDocument(file.toString(), JsonDocument.read(file));
        } catch (JsonSyntaxException e) {
            return quoted(file.toString(), Extract.of(file), e);
        }
    }

    /** Reads a definition as {@link #read(Path)} does, from a text that the file has or will have. */
    public static AslDocument parse(Path file, String text) {
        try {
            return new AslDocument(file.toString(), JsonDocument.parse(file, text));
        } catch (JsonSyntaxException e) {
            return quoted(file.toString(), Extract.of(text), e);
        }
    }

    /**
     * Reads a definition from a text in JSON in which placeholders may stand bare, as {@link StateMachineDefinition#toUnfilledAsl()} writes it; they are read as
     * texts.
     *
     * @param name what messages call the text, for example its file name
     * @throws JsonSyntaxException if the text is not one JSON document beside them
     */
    public static AslDocument parseUnfilled(String name, String text) {
        try {
            return parse(name, text);
        } catch (JsonSyntaxException e) {
            return quoted(name, Extract.of(text), e);
        }
    }

    private static AslDocument quoted(String name, Extract text, JsonSyntaxException problem) {
        Extract quoted = problem.isYaml() ? text : BarePlaceholders.quoted(text);
        if (quoted == text) {
            throw problem;
        }
        return new AslDocument(name, quoted.parse(), true);
    }

    /**
     * Returns a definition that was read already, perhaps out of another document.
     *
     * @param name what messages call the text in which its positions count
     */
    public static AslDocument of(String name, JsonDocument json) {
        return new AslDocument(name, json);
    }

    /** Returns a definition made in memory as a document: its positions are those of the text that {@link StateMachineDefinition#toAsl()} gives. */
    public static AslDocument of(String name, StateMachineDefinition definition) {
        return parse(name, definition.toAsl());
    }

    /** Returns the same document under another name. */
    public AslDocument named(String other) {
        return new AslDocument(other, json, isUnfilled);
    }

    /** Returns what messages call the document. */
    public String name() {
        return name;
    }

    /** Returns the text itself, without a byte order mark; positions count in it. */
    public String text() {
        return json.text();
    }

    /** Returns the definition's text as AWS takes it: the text itself if it is JSON, else the same as JSON. */
    public String asl() {
        return json.isJsonText() ? text() : JsonText.pretty(root());
    }

    /** Returns whether the definition is the whole text, in JSON, in which placeholders may stand bare. */
    public boolean isJson() {
        return isUnfilled || json.isJsonText();
    }

    /** Returns whether the definition is written in YAML, in a file of its own or within one. */
    public boolean isYaml() {
        return json.isYaml();
    }

    /** Returns whether there are comments of YAML in the definition, or anywhere in a file of its own. */
    public boolean hasComments() {
        return json.hasComments();
    }

    /** Returns the document's JSON value, which is an object if {@link #definition()} is to be called. */
    public JsonNode root() {
        return json.root();
    }

    /**
     * Returns the definition in the document.
     *
     * @throws IllegalStateException if the document is not a JSON object
     */
    public StateMachineDefinition definition() {
        if (!root().isObject()) {
            throw new IllegalStateException(
                    name + " is not a definition: it must be a JSON object, found " + JsonText.excerpt(root()));
        }
        return StateMachineDefinition.of(root());
    }

    /** Returns where a value starts; for one that does not exist, where its nearest existing ancestor starts. */
    public Position position(JsonPointer pointer) {
        return json.position(pointer);
    }

    /** Returns where the name of a member starts; like {@link #position} for elements and for what does not exist. */
    public Position keyPosition(JsonPointer pointer) {
        return json.keyPosition(pointer);
    }

    /** Returns the place behind the last character of a value; like {@link #position} for what does not exist. */
    public Position endPosition(JsonPointer pointer) {
        return json.endPosition(pointer);
    }

    /** Returns where a character of a string stands, 0 for the first; behind the last, where the string ends. */
    public Position characterPosition(JsonPointer pointer, int offset) {
        return json.characterPosition(pointer, offset);
    }
}
