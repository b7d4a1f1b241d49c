package dev.stepwright.asl;

/** How bad something that is found in a definition is. */
public enum Severity {
    /** AWS refuses the definition, or an execution that comes here fails. */
    ERROR,
    /** Legal, but almost surely not what was meant; or an execution that comes here by some way fails. */
    WARNING,
    /** Legal and works; there is a better way, or somebody has to say whether it is meant. */
    HINT
}
