package dev.stepwright.asl;

import java.util.Arrays;
import java.util.Optional;

/**
 * The language of paths and expressions in a machine or a state.
 *
 * @see <a href="https://states-language.net/spec.html#query-languages">ASL: Query Languages</a>
 */
public enum QueryLanguage {
    /** Reference paths, payload templates and intrinsic functions; what a definition uses that names no language. */
    JSONPATH("JSONPath"),
    /** Expressions between <code>{%</code> and <code>%}</code>. */
    JSONATA("JSONata");

    private final String text;

    QueryLanguage(String text) {
        this.text = text;
    }

    /** Returns the language as ASL writes it. */
    public String text() {
        return text;
    }

    /** Returns the language that ASL writes so, upper and lower case as given. */
    public static Optional<QueryLanguage> of(String text) {
        return Arrays.stream(values())
                .filter(language -> language.text.equals(text))
                .findFirst();
    }
}
