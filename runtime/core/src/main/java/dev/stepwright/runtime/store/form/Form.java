package dev.stepwright.runtime.store.form;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.UnreadableException;

/**
 * What tells a record of a later version. A damaged one is noticed by its {@link Seal} before it is read; so what is not known here, or goes on where it
 * should end, was written by a version that knows more.
 */
final class Form {
    private Form() {}

    /**
     * Reads the form that a record begins with.
     *
     * @param latest of those that are known here
     */
    static int read(BinaryReader in, String what, int latest) {
        int form = in.octet();
        if (form < 1 || form > latest) {
            throw later(
                    what + " is written in format " + form + ", but this version reads only up to format " + latest);
        }
        return form;
    }

    /** Looks whether all of a record has been read. */
    static void end(BinaryReader in, String what) {
        if (!in.isAtEnd()) {
            throw later(what + " has content that this version does not know");
        }
    }

    static UnreadableException later(String problem) {
        return new UnreadableException(
                problem + "; a later version of Stepwright wrote it, so open the store with that version");
    }
}
