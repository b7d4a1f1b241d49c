package dev.stepwright.permission;

/** Why policies do not allow something, in the words of AWS. */
public final class Denial {
    /** A statement denies it, whatever others allow. */
    public static final String EXPLICIT = "with an explicit deny in an identity-based policy";

    private Denial() {}

    /** No statement is about it. */
    public static String noneAllows(String action) {
        return "because no identity-based policy allows the " + action + " action";
    }
}
