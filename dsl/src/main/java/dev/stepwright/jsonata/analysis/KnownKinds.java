package dev.stepwright.jsonata.analysis;

import java.util.EnumSet;
import java.util.Set;

/** What is known about the values around an expression; the hook by which an analysis of a whole definition takes part. */
public interface KnownKinds {
    /** Returns what the value at a path can be, all kinds if nothing is known. */
    Set<Kind> at(ReadPath path);

    /** Returns what a function gives, by its name without {@code $}, all kinds if nothing is known. */
    Set<Kind> resultOf(String function);

    /** Knows nothing. */
    static KnownKinds nothing() {
        return new KnownKinds() {
            @Override
            public Set<Kind> at(ReadPath path) {
                return EnumSet.allOf(Kind.class);
            }

            @Override
            public Set<Kind> resultOf(String function) {
                return EnumSet.allOf(Kind.class);
            }
        };
    }
}
