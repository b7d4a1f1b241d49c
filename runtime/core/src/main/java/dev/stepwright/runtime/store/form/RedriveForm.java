package dev.stepwright.runtime.store.form;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.Redrive;

/** A redrive as bytes. */
public final class RedriveForm {
    private RedriveForm() {}

    /** Returns a redrive as bytes. */
    public static byte[] write(Redrive redrive) {
        return new BinaryWriter()
                .number(redrive.count())
                .instant(redrive.time())
                .optionalText(redrive.clientToken())
                .toByteArray();
    }

    /**
     * Returns the redrive that bytes are.
     *
     * @throws UnreadableException if they are none
     */
    public static Redrive read(byte[] bytes) {
        BinaryReader in = new BinaryReader(bytes);
        Redrive redrive = new Redrive(in.small(), in.instant(), in.optionalText());
        Form.end(in, "the redrive");
        return redrive;
    }
}
