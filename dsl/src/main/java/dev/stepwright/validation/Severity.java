package dev.stepwright.validation;

/** How bad a finding is. */
public enum Severity {
    /** AWS refuses the definition, or an execution that comes here fails. */
    ERROR,
    /** Legal, but almost surely not what was meant. */
    WARNING,
    /** Legal and works; there is a better way. */
    HINT
}
