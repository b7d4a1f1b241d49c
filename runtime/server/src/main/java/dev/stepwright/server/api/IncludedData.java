package dev.stepwright.server.api;

import java.util.List;

/** How much of an answer is asked for. */
public enum IncludedData {
    ALL_DATA,
    /** Nothing that a key of the customer encrypts. */
    METADATA_ONLY;

    private static final List<String> WORDS = List.of("ALL_DATA", "METADATA_ONLY");

    static IncludedData read(Members in) {
        String word = in.word("includedData", WORDS);
        return word == null ? ALL_DATA : valueOf(word);
    }

    /** Returns whether the data of what is encrypted like this is left out. */
    public boolean leavesOut(EncryptionConfiguration encryption) {
        return this == METADATA_ONLY && encryption.isCustomerManaged();
    }
}
