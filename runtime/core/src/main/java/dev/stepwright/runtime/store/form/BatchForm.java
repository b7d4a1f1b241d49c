package dev.stepwright.runtime.store.form;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A batch as bytes: about 20 for each event and once the values that it holds. Its sequence is not among them. */
public final class BatchForm {
    private static final int VERSION = 1;

    private BatchForm() {}

    public static byte[] write(Batch batch) {
        BinaryWriter out = new BinaryWriter();
        out.octet(VERSION);
        StimulusKinds.write(batch.stimulus(), out);
        List<HistoryEntry> events = batch.events();
        out.number(events.size());
        for (HistoryEntry entry : events) {
            out.number(entry.id()).signed(entry.id() - entry.previousId()).instant(entry.time());
            EventKinds.write(entry.event(), out);
        }
        out.flag(batch.end() != null);
        if (batch.end() != null) {
            EndForm.write(batch.end(), out);
        }
        return out.toByteArray();
    }

    /**
     * Returns the batch that bytes are.
     *
     * @throws UnreadableException if they are none
     */
    public static Batch read(long sequence, byte[] bytes) {
        BinaryReader in = new BinaryReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new UnreadableException(
                    "the batch is written in form " + version + ", this version reads form " + VERSION);
        }
        Stimulus stimulus = StimulusKinds.read(in);
        int count = in.count();
        List<HistoryEntry> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long id = in.number();
            long previous = id - in.signed();
            Instant time = in.instant();
            events.add(new HistoryEntry(id, previous, time, EventKinds.read(in)));
        }
        ExecutionEnd end = in.flag() ? EndForm.read(in) : null;
        return new Batch(sequence, stimulus, events, end);
    }
}
