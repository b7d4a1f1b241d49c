package dev.stepwright.asl.edit;

import dev.stepwright.json.JsonText;
import java.util.regex.Pattern;

/** What stands around a text in the source. */
public enum Quotes {
    /** In JSON all texts, in YAML some. */
    DOUBLE,
    /** In YAML alone. */
    SINGLE,
    /** In YAML alone. */
    NONE;

    /** What every reader of YAML takes for a text, wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:y|n|yes|no|on|off|true|false|null)$)(?!.*: )[A-Za-z](?:[\\w.:/ -]*\\w)?|\\$[\\w.'`$-]*");

    /** Returns those around a text that begins as written. */
    public static Quotes of(String written) {
        if (written.startsWith("\"")) {
            return DOUBLE;
        }
        return written.startsWith("'") ? SINGLE : NONE;
    }

    /** Returns a text as it is written between such quotes, which are there; without them perhaps with some of its own. */
    public String within(String text) {
        return switch (this) {
            case DOUBLE -> {
                String quoted = JsonText.quote(text);
                yield quoted.substring(1, quoted.length() - 1);
            }
            case SINGLE -> text.replace("'", "''");
            case NONE -> PLAIN.matcher(text).matches() ? text : JsonText.quote(text);
        };
    }

    /** Returns a text with such quotes. */
    public String around(String text) {
        return switch (this) {
            case DOUBLE -> JsonText.quote(text);
            case SINGLE -> "'" + within(text) + "'";
            case NONE -> within(text);
        };
    }
}
