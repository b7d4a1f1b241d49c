package dev.stepwright.expression;

/** What a path starts from. */
public enum PathRoot {
    /** {@code $}: the input of the field. */
    INPUT,
    /** {@code $$}: the Context Object. */
    CONTEXT,
    /** {@code $name}: a variable. */
    VARIABLE,
    /** {@code @}: the element that a filter looks at; within filters only. */
    ELEMENT
}
