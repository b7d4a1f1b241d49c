package dev.stepwright.jsonata.analysis;

/** The kinds of values. */
public enum Kind {
    UNDEFINED,
    NULL,
    BOOLEAN,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT,
    FUNCTION
}
