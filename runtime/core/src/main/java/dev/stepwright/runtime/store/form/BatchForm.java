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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch as bytes: about 20 for each event and once the values that it holds. Its sequence is not among them. */
public final class BatchForm {
    /** What every version reads, if nothing more is to be told. */
    private static final int SIMPLE = 1;

    /** Ends with what was refused in Map Runs. */
    private static final int WITH_REFUSALS = 2;

    private static final String WHAT = "the batch";

    private BatchForm() {}

    public static byte[] write(Batch batch) {
        BinaryWriter out = new BinaryWriter();
        Map<Long, String> refusals = batch.refusals();
        out.octet(refusals == null ? SIMPLE : WITH_REFUSALS);
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
        if (refusals != null) {
            out.number(refusals.size());
            refusals.forEach((task, cause) -> out.number(task).text(cause));
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
        int form = Form.read(in, WHAT, WITH_REFUSALS);
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
        Map<Long, String> refusals = form == SIMPLE ? null : refusals(in);
        Form.end(in, WHAT);
        return new Batch(sequence, stimulus, events, end, refusals);
    }

    private static Map<Long, String> refusals(BinaryReader in) {
        Map<Long, String> refusals = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            refusals.put(in.number(), in.text());
        }
        return refusals;
    }
}
