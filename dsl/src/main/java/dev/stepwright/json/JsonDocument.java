package dev.stepwright.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One JSON document as it was written: its tree, and the line and column of every value and every member name.
 *
 * <p>Nothing of the text but white space is lost: the tree keeps the order of members, and {@link JsonText} prints
 * numbers and strings of it as they were written ({@code 1.50}, {@code 1e3}, {@code "é"}).
 */
public final class JsonDocument {
    /** The longest text that is read: 64 Mi characters. A definition that AWS accepts has at most 1 Mi. */
    public static final int MAX_CHARACTERS = 64 << 20;

    /** How deep arrays and objects may be nested: 500 levels. */
    public static final int MAX_DEPTH = 500;

    private final String text;
    private final JsonNode root;
    private final Placement places;
    private final Writing writing;

    /** How a document is written: as its whole text in JSON, in YAML, or in JSON somewhere within another text. */
    enum Writing {
        JSON,
        YAML,
        WITHIN
    }

    JsonDocument(String text, JsonNode root, Place place, Writing writing) {
        this(text, root, new TextPlaces(new Lines(text), root, place), writing);
    }

    JsonDocument(String text, JsonNode root, Placement places, Writing writing) {
        this.text = text;
        this.root = root;
        this.places = places;
        this.writing = writing;
    }

    /**
     * Reads the one document in a text.
     *
     * @param text JSON as in RFC 8259; a leading byte order mark is ignored
     * @throws JsonSyntaxException if the text is empty or not JSON, repeats a key in an object, goes on after the document, or
     *     is longer than {@link #MAX_CHARACTERS} or deeper than {@link #MAX_DEPTH}
     */
    public static JsonDocument parse(String text) {
        return new DocumentReader(checked(text)).read();
    }

    /** @param added the offsets of quotes that the text did not have as it was written */
    static JsonDocument parse(String text, Set<Integer> added) {
        return new DocumentReader(checked(text), added).read();
    }

    /**
     * Reads the one document in a text that is YAML.
     *
     * <p>What JSON has not is refused: other keys than names, infinite numbers, types and tags of other languages. Aliases are
     * written out. Numbers that are not written as JSON has them ({@code 0x1F}, {@code +1}) become JSON's.
     *
     * @param text YAML 1.2 with the core schema ({@code yes} and {@code on} are texts); a leading byte order mark is ignored
     * @throws JsonSyntaxException as {@link #parse}
     */
    public static JsonDocument parseYaml(String text) {
        return parseYaml(text, Map.of());
    }

    /**
     * Reads the one document in a text that is YAML, as {@link #parseYaml(String)}, in which some tags have a meaning.
     *
     * @param tags the meaning: {@code {"!Sub": "Fn::Sub"}} makes the object <code>{"Fn::Sub": "${A}"}</code> of {@code !Sub ${A}}, in which plain
     *     scalars are texts
     */
    public static JsonDocument parseYaml(String text, Map<String, String> tags) {
        return new YamlReader(checked(text), tags).read();
    }

    private static String checked(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new JsonSyntaxException(
                    Position.START,
                    "the document has " + text.length() + " characters; at most " + MAX_CHARACTERS + " are read");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Reads the one document in a file.
     *
     * @param file a UTF-8 text, in YAML if its name ends with {@code .yaml} or {@code .yml}, or with {@code .template} and it does not begin with
     *     a brace; else in JSON
     * @throws IOException if the file is missing or cannot be read
     * @throws JsonSyntaxException as {@link #parse}, and if the file is not UTF-8
     */
    public static JsonDocument read(Path file) throws IOException {
        return read(file, Map.of());
    }

    /** Reads the one document in a file, as {@link #read(Path)}, with tags as {@link #parseYaml(String, Map)} has them. */
    public static JsonDocument read(Path file, Map<String, String> tags) throws IOException {
        return parse(file, text(file), tags);
    }

    /** Reads the one document in a text that a file has or will have, as {@link #read(Path)} does. */
    public static JsonDocument parse(Path file, String text) {
        return parse(file, text, Map.of());
    }

    /** Reads the one document in a text that a file has or will have, as {@link #read(Path, Map)} does. */
    public static JsonDocument parse(Path file, String text, Map<String, String> tags) {
        return isYaml(file, text) ? parseYaml(text, tags) : parse(text);
    }

    /**
     * Returns the text in a file.
     *
     * @throws IOException if the file is missing or cannot be read
     * @throws JsonSyntaxException if it is not UTF-8, or too long
     */
    public static String text(Path file) throws IOException {
        if (Files.size(file) > 4L * MAX_CHARACTERS) {
            throw new JsonSyntaxException(
                    Position.START,
                    "the file has " + Files.size(file) + " bytes; at most " + 4L * MAX_CHARACTERS + " are read");
        }
        return decode(Files.readAllBytes(file));
    }

    /** Returns a file whose only value is its text, be that JSON or not. */
    static JsonDocument ofText(Path file) throws IOException {
        return ofText(text(file));
    }

    /** Returns a document whose only value is its text. */
    static JsonDocument ofText(String whole) {
        String text = checked(whole);
        return new JsonDocument(
                text,
                MissingNode.getInstance(),
                new Place(Position.START, Position.START, Map.of(), List.of()),
                Writing.WITHIN);
    }

    private static boolean isYaml(Path file, String text) {
        String name = String.valueOf(file.getFileName());
        boolean isEither = name.endsWith(".template");
        return name.endsWith(".yaml")
                || name.endsWith(".yml")
                || isEither && !text.stripLeading().startsWith("{");
    }

    private static String decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
            throw new JsonSyntaxException(
                    position(before, before.length()),
                    "byte 0x%02X is not UTF-8; save the file as UTF-8".formatted(bytes[buffer.position()]));
        }
    }

    /** Returns the place of the character at {@code offset} of any text. */
    public static Position position(String text, int offset) {
        int line = 1 + (int) text.chars().limit(offset).filter(c -> c == '\n').count();
        return new Position(line, offset - text.lastIndexOf('\n', offset - 1));
    }

    /** Returns the places of a document that is the whole of its text. */
    TextPlaces whole() {
        if (places instanceof TextPlaces whole) {
            return whole;
        }
        throw new IllegalStateException("the document stands within another one; take pieces of that");
    }

    /** Returns whether the text is the document's JSON; else it is YAML, or the document stands somewhere within it. */
    public boolean isJsonText() {
        return writing == Writing.JSON;
    }

    /** Returns whether the document stands in a text that is YAML, as the whole or a part of it. */
    public boolean isYaml() {
        return writing == Writing.YAML;
    }

    /** Returns whether the document is YAML with comments: anywhere in a text of its own, else within the document. */
    public boolean hasComments() {
        if (!isYaml()) {
            return false;
        }
        return places instanceof TextPlaces
                ? YamlReader.hasComments(text, 0, text.length())
                : YamlReader.hasComments(
                        text, offset(position(JsonPointer.empty())), offset(endPosition(JsonPointer.empty())));
    }

    private int offset(Position at) {
        return new Lines(text).offset(at);
    }

    /** Returns the text as it was read, without a byte order mark; positions count in it. */
    public String text() {
        return text;
    }

    /** Returns the document's value. It is shared: do not change it. */
    public JsonNode root() {
        return root;
    }

    /**
     * Returns where a value starts.
     *
     * @param pointer a place in the document; for one that does not exist the position of its nearest existing ancestor is
     *     returned, so that a missing member is reported at the object that lacks it
     */
    public Position position(JsonPointer pointer) {
        return places.value(pointer);
    }

    /** Returns where the name of a member starts; like {@link #position} for elements and for what does not exist. */
    public Position keyPosition(JsonPointer pointer) {
        return places.key(pointer);
    }

    /** Returns the place behind the last character of a value; of one that does not exist, as {@link #position} has it. */
    public Position endPosition(JsonPointer pointer) {
        return places.end(pointer);
    }

    /**
     * Returns where a character of a string stands, behind all escapes, indentation and line breaks that its writing has.
     *
     * @param offset 0 for the first character; behind the last, the place where the string ends
     */
    public Position characterPosition(JsonPointer pointer, int offset) {
        return places.character(pointer, offset);
    }

    /**
     * Returns a document that stands within this one.
     *
     * @param value the document's value: one of this document, but for what was chosen or left out, and for some strings
     * @param starts where here the values of it stand whose places do not follow from those around them, by their pointers in the new document: at least the whole
     * @param strings those strings, by their pointers in the new document
     */
    public JsonDocument part(JsonNode value, Map<JsonPointer, JsonPointer> starts, Map<JsonPointer, Extract> strings) {
        PartPlaces inner = new PartPlaces(places, Map.copyOf(starts), Map.copyOf(strings));
        return new JsonDocument(text, value, inner, isYaml() ? Writing.YAML : Writing.WITHIN);
    }
}
