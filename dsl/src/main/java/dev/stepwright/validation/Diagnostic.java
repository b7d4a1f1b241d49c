package dev.stepwright.validation;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.json.Position;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/**
 * One finding about a definition.
 *
 * @param rule the id of the rule that found it, for example {@code ASL-STA-007}; docs/rules.md explains each
 * @param severity how bad it is
 * @param pointer the value it is about; for a field that is missing, the object that lacks it
 * @param position where that stands in the text
 * @param message what was found, what is allowed and how to mend it, on one line
 * @param refused whether AWS refuses the definition for it. An error that is not refused is in a definition that AWS takes, and
 *     that fails when it runs
 * @param fixes changes of which each mends it, as far as one is known
 */
public record Diagnostic(
        String rule,
        Severity severity,
        JsonPointer pointer,
        Position position,
        String message,
        boolean refused,
        List<Fix> fixes) {
    public Diagnostic {
        fixes = List.copyOf(fixes);
    }

    /** Makes a finding for which no change is known that mends it. */
    public Diagnostic(
            String rule, Severity severity, JsonPointer pointer, Position position, String message, boolean refused) {
        this(rule, severity, pointer, position, message, refused, List.of());
    }

    /** Returns the same finding, no graver than a severity. */
    public Diagnostic atMost(Severity most) {
        return severity.compareTo(most) < 0
                ? new Diagnostic(rule, most, pointer, position, message, refused, fixes)
                : this;
    }

    /** Returns the change that is sure to be meant: the only way to spell a word that AWS does not take as it is. */
    public Optional<Fix> sureFix() {
        return fixes.stream()
                .filter(fix -> refused && fixes.size() == 1 && fix.mendsSlip())
                .findFirst();
    }

    /**
     * Returns the finding as compilers print it: {@code file:line:column: error [ASL-STA-007] message}.
     *
     * @param file what to call the text, for example its path
     */
    public String format(String file) {
        return "%s:%s: %s [%s] %s".formatted(file, position, severity.name().toLowerCase(Locale.ROOT), rule, message);
    }
}
