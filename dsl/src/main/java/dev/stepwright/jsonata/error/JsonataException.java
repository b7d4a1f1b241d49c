package dev.stepwright.jsonata.error;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is not JSONata (codes {@code S....}) or that has no value (codes {@code T....}, {@code D....}, {@code U....}).
 * Codes and texts are those of the JSONata reference implementation; {@code U....} are the bounds of an evaluation.
 */
public final class JsonataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int position;
    private final @Nullable String token;
    private final transient Map<String, Object> inserts;

    private JsonataException(String code, int position, @Nullable String token, Map<String, Object> inserts) {
        super(null, null, false, false);
        this.code = code;
        this.position = position;
        this.token = token;
        this.inserts = inserts;
    }

    /** Returns an error without a place. */
    public static JsonataException of(String code) {
        return new JsonataException(code, -1, null, Map.of());
    }

    /** Returns an error about a value; a {@code JsonNode} prints as JSON, anything else as its text. */
    public static JsonataException of(String code, Object value) {
        return new JsonataException(code, -1, null, Map.of("value", value));
    }

    /** Returns this error with one more value for its text. */
    public JsonataException with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(inserts);
        more.put(name, value);
        return new JsonataException(code, position, token, more);
    }

    /** Returns this error at a place, unless it already has one. */
    public JsonataException at(int offset, @Nullable String found) {
        if (position >= 0 && (token != null || found == null)) {
            return this;
        }
        return new JsonataException(code, position >= 0 ? position : offset, token != null ? token : found, inserts);
    }

    /** Returns this error with the function or operator that it comes from, unless it already has one. */
    public JsonataException named(String name) {
        return token != null ? this : renamed(name);
    }

    /** Returns this error with another function or operator for its text. */
    public JsonataException renamed(String name) {
        return new JsonataException(code, position, name, inserts);
    }

    /** Returns the code, for example {@code T2001}. */
    public String code() {
        return code;
    }

    /** Returns the offset in the expression, 0 for its first character; -1 if no place is known. */
    public int position() {
        return position;
    }

    /** Returns the operator, function or text at that place, or null. */
    public @Nullable String token() {
        return token;
    }

    /** Returns the text of the error without its code, values filled in. */
    @Override
    public String getMessage() {
        return Messages.text(code, token, inserts);
    }

    @Override
    public String toString() {
        return code + ": " + getMessage();
    }
}
