package dev.stepwright.dsl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors that one Catch hands on; {@link Dsl#errors} makes one. */
public final class ErrorSet {
    private final List<String> names;
    private final @Nullable String comment;
    private final OtherFields fields;

    private ErrorSet(List<String> names, @Nullable String comment, OtherFields fields) {
        this.names = names;
        this.comment = comment;
        this.fields = fields;
    }

    static ErrorSet of(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a Catch needs at least one error; for all of them use Errors.ALL");
        }
        return new ErrorSet(List.copyOf(names), null, OtherFields.NONE);
    }

    /** Sets the comment of the Catch. */
    public ErrorSet comment(String comment) {
        return new ErrorSet(names, comment, fields);
    }

    /** Sets a field of the Catch as it stands; see {@link WithCatch#with}. */
    public ErrorSet with(String field, @Nullable Object value) {
        return new ErrorSet(names, comment, fields.with(field, value));
    }

    OtherFields fields() {
        return fields;
    }

    List<String> names() {
        return names;
    }

    @Nullable
    String comment() {
        return comment;
    }
}
