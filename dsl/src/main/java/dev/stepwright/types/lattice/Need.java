package dev.stepwright.types.lattice;

/** What a reader needs a value to be. */
public enum Need {
    /** Anything: the value is only handed on. */
    VALUE,
    OBJECT,
    ARRAY,
    STRING,
    /** A string that is an RFC 3339 timestamp. */
    TIMESTAMP,
    NUMBER,
    INTEGER,
    /** An integer. AWS: a string of digits will do as well. */
    COUNT,
    BOOLEAN,
    /** Something that can be written into a text. */
    SCALAR
}
