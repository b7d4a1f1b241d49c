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
            throw later(what + " is written in form " + form + ", this version reads up to form " + latest);
        }
        return form;
    }

    /** Looks whether all of a record has been read. */
    static void end(BinaryReader in, String what) {
        if (!in.isAtEnd()) {
            throw later(what + " tells more than this version reads");
        }
    }

    static UnreadableException later(String problem) {
        return new UnreadableException(
                problem + "; a later version of Stepwright has written it: open the store with that one");
    }
}
