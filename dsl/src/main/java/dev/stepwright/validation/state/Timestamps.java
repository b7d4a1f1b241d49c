package dev.stepwright.validation.state;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * The timestamps of ASL: RFC 3339 with a capital T, and Z or an offset.
 *
 * @see <a href="https://states-language.net/spec.html#timestamps">ASL: Timestamps</a>
 */
final class Timestamps {
    private static final Pattern PROFILE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private Timestamps() {}

    static boolean isValid(String text) {
        if (!PROFILE.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
