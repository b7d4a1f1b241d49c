package dev.stepwright.validation;

import dev.stepwright.types.report.Finding;

/** How bad a finding is. */
public enum Severity {
    /** AWS refuses the definition, or an execution that comes here fails. */
    ERROR,
    /** Legal, but almost surely not what was meant. */
    WARNING,
    /** Legal and works; there is a better way. */
    HINT;

    static Severity of(Finding.Level level) {
        return switch (level) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case HINT -> HINT;
        };
    }
}
