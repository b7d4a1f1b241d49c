package dev.stepwright.permission;

/**
 * What a policy makes of a need.
 *
 * @param reason why it is so, in words; empty if it is allowed
 */
public record Grant(Need need, Verdict verdict, String reason) {
    /** What can be said. */
    public enum Verdict {
        /** The policy allows all of it. */
        ALLOWED,
        /** The policy allows none of it, or denies all of it. */
        MISSING,
        /** It depends on a condition, or on what the definition does not tell. */
        UNTOLD
    }
}
