package dev.stepwright.dsl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors that a Catch is for; {@link Dsl#errors} makes them. */
public final class ErrorNames {
    private final List<String> names;
    private final OtherFields fields;

    ErrorNames(List<String> names, OtherFields fields) {
        this.names = List.copyOf(names);
        this.fields = fields;
    }

    /** Sets a field of the Catch as it stands; see {@link WithCatch#with}. */
    public ErrorNames with(String field, @Nullable Object value) {
        return new ErrorNames(names, fields.with(field, value));
    }

    List<String> names() {
        return names;
    }

    OtherFields fields() {
        return fields;
    }
}
