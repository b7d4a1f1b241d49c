package dev.stepwright.dsl;

import dev.stepwright.asl.Severity;
import java.util.Locale;

/**
 * Something about a machine that does not keep it from being made, and is worth a look.
 *
 * @param state the name of the state; empty if it is the whole machine
 * @param severity warning or hint
 * @param rule the id of the rule that found it, for example {@code ASL-FLW-002}; docs/rules.md explains each
 * @param message what was found, what is allowed and how to mend it, on one line
 */
public record Finding(String state, Severity severity, String rule, String message) {
    @Override
    public String toString() {
        String place = state.isEmpty() ? "" : "state \"" + state + "\": ";
        return "%s%s [%s] %s".formatted(place, severity.name().toLowerCase(Locale.ROOT), rule, message);
    }
}
