package dev.stepwright.json;

import dev.stepwright.json.JsonDocument.Writing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;

/** A text that is put together from strings of a document, and knows where in that document's text each of its characters stands. */
public final class Extract {
    private static final int FIRST_SIZE = 256;
    /** Much more than AWS takes for a definition; what is longer is made of aliases of aliases. */
    private static final int MOST = 8 << 20;

    private final JsonDocument source;
    private final StringBuilder text = new StringBuilder();
    private final Set<Integer> added = new HashSet<>();
    private int[] offsets = new int[FIRST_SIZE];

    /**
     * Begins an empty text.
     *
     * @param source in which the pieces stand, a whole text
     * @param value the value of it that the text is made of
     */
    public Extract(JsonDocument source, JsonPointer value) {
        this(source, source.whole().offsets(value)[0]);
    }

    private Extract(JsonDocument source, int start) {
        this.source = source;
        this.offsets[0] = start;
    }

    /**
     * Returns all of a file, which need not be JSON.
     *
     * @throws JsonSyntaxException if it is not UTF-8, or too long
     */
    public static Extract of(Path file) throws IOException {
        return of(JsonDocument.ofText(file));
    }

    /** Returns all of a text, which need not be JSON. */
    public static Extract of(String text) {
        return of(JsonDocument.ofText(text));
    }

    private static Extract of(JsonDocument source) {
        Extract all = new Extract(source, JsonPointer.empty());
        String text = all.source.text();
        for (int i = 0; i < text.length(); i++) {
            all.add(text.charAt(i), i);
        }
        return all;
    }

    /**
     * Begins an empty text.
     *
     * @param text in which the pieces stand; it need not be JSON
     * @param start which character of it stands for a text without pieces
     */
    public static Extract within(String text, int start) {
        return new Extract(JsonDocument.ofText(text), start);
    }

    /** Adds a string of the document, from one of its characters to before another. */
    public void add(JsonPointer string, int from, int to) {
        int[] places = source.whole().offsets(string);
        String value = source.root().at(string).stringValue();
        for (int i = from; i < to; i++) {
            add(value.charAt(i), places[i]);
        }
    }

    /** Adds a text that the document has in other words, all of it at a character of one of its strings; of another value, where that starts. */
    public void add(String words, JsonPointer value, int character) {
        int[] places = source.whole().offsets(value);
        for (int i = 0; i < words.length(); i++) {
            add(words.charAt(i), places[Math.min(character, places.length - 1)]);
        }
    }

    /** Adds a character, at the place of one of the document's text. */
    public void add(char character, int offset) {
        if (text.length() == MOST) {
            throw new JsonSyntaxException(
                    source.position(JsonPointer.empty()),
                    "the text that is put together here has more than " + MOST + " characters");
        }
        if (text.length() == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        }
        offsets[text.length()] = offset;
        text.append(character);
    }

    /**
     * Returns the same text with quotes around words that become strings by them. {@link JsonText#unfilled} takes these from them again.
     *
     * @param places before which characters a quote stands, in ascending order
     */
    public Extract quoting(List<Integer> places) {
        Extract more = new Extract(source, offsets[0]);
        int from = 0;
        for (int place : places) {
            more.addAll(this, from, place);
            more.added.add(more.text.length());
            more.add('"', offsets[Math.min(place, text.length() - 1)]);
            from = place;
        }
        more.addAll(this, from, text.length());
        return more;
    }

    /**
     * Returns the same text with words in place of placeholders, all of them at the place of their placeholder.
     *
     * @param placeholder whose first group is its name
     * @param words by names; a placeholder of another name stays
     */
    public Extract filling(Pattern placeholder, Map<String, String> words) {
        Extract filled = new Extract(source, offsets[0]);
        Matcher found = placeholder.matcher(text);
        int from = 0;
        while (found.find()) {
            String word = words.get(found.group(1));
            if (word != null) {
                filled.addAll(this, from, found.start());
                for (int i = 0; i < word.length(); i++) {
                    filled.add(word.charAt(i), offsets[found.start()]);
                }
                from = found.end();
            }
        }
        filled.addAll(this, from, text.length());
        return filled;
    }

    private void addAll(Extract other, int from, int to) {
        for (int i = from; i < to; i++) {
            add(other.text.charAt(i), other.offsets[i]);
        }
    }

    /** Returns what has been put together. */
    public String text() {
        return text.toString();
    }

    /** Returns where one of the characters stands; behind the last, the place of the last. */
    public Position position(int offset) {
        return source.whole().lines().at(offsets[Math.min(offset, Math.max(0, text.length() - 1))]);
    }

    /**
     * Reads the JSON document that the text is, with the places of the pieces.
     *
     * @throws JsonSyntaxException as {@link JsonDocument#parse}, at the place of the piece
     */
    public JsonDocument parse() {
        return parse(all -> JsonDocument.parse(all, added));
    }

    /**
     * Reads the YAML document that the text is, with the places of the pieces.
     *
     * @throws JsonSyntaxException as {@link JsonDocument#parseYaml(String)}, at the place of the piece
     */
    public JsonDocument parseYaml() {
        return parse(JsonDocument::parseYaml);
    }

    private JsonDocument parse(Function<String, JsonDocument> reader) {
        Lines lines = new Lines(text());
        try {
            JsonDocument inner = reader.apply(text());
            return new JsonDocument(source.text(), inner.root(), new ExtractPlaces(inner, lines, this), Writing.WITHIN);
        } catch (JsonSyntaxException e) {
            throw e.at(position(lines.offset(e.position())));
        }
    }
}
