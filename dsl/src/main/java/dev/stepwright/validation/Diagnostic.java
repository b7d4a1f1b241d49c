package dev.stepwright.validation;

import dev.stepwright.json.Position;
import java.util.Locale;
import tools.jackson.core.JsonPointer;

/**
 * One finding about a definition.
 *
 * @param rule the id of the rule that found it, for example {@code ASL-STA-007}; docs/rules.md explains each
 * @param severity how bad it is
 * @param pointer the value it is about; for a field that is missing, the object that lacks it
 * @param position where that stands in the text
 * @param message what was found, what is allowed and how to mend it, on one line
 */
public record Diagnostic(String rule, Severity severity, JsonPointer pointer, Position position, String message) {
    /**
     * Returns the finding as compilers print it: {@code file:line:column: error [ASL-STA-007] message}.
     *
     * @param file what to call the text, for example its path
     */
    public String format(String file) {
        return "%s:%s: %s [%s] %s".formatted(file, position, severity.name().toLowerCase(Locale.ROOT), rule, message);
    }
}
