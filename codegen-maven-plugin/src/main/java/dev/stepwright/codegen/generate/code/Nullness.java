package dev.stepwright.codegen.generate.code;

/** How generated records say that a value may be absent. */
public enum Nullness {
    /** By {@link java.util.Optional}. */
    OPTIONAL,
    /** By null, and JSpecify's {@code @Nullable} on the component. */
    JSPECIFY
}
