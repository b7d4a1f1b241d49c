package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.Stimulus;
import java.util.ArrayDeque;
import tools.jackson.databind.JsonNode;

/** About how many bytes of memory something takes. */
final class Weight {
    private static final int OBJECT = 40;
    private static final int MEMBER = 48;
    private static final int BATCH = 160;
    private static final int EVENT = 80;

    private Weight() {}

    /**
     * Returns the weight of a batch: of what came with it from outside, and of its events without the data in them. That data is mostly the
     * same objects, over and over.
     */
    static long of(Batch batch) {
        long weight = BATCH + (long) EVENT * batch.events().size();
        Stimulus stimulus = batch.stimulus();
        if (stimulus instanceof Stimulus.TaskSucceeded s) {
            weight += of(s.result());
        } else if (stimulus instanceof Stimulus.TaskSubmitted s) {
            weight += of(s.response());
        } else if (stimulus instanceof Stimulus.RunnerFailed s && s.cause() != null) {
            weight += s.cause().length();
        } else if (stimulus instanceof Stimulus.TaskFailed s && s.cause() != null) {
            weight += s.cause().length();
        }
        ExecutionEnd end = batch.end();
        return end == null || end.output() == null ? weight : weight + of(end.output());
    }

    /** Returns the weight of an execution without its batches. */
    static long of(ExecutionHeader header) {
        long text = header.inputText() == null ? 0 : header.inputText().length();
        return 16L * OBJECT + text + of(header.input());
    }

    /** A value from outside may be nested as deep as it likes. */
    static long of(JsonNode value) {
        if (!value.isContainer()) {
            return scalar(value);
        }
        long weight = 0;
        ArrayDeque<JsonNode> open = new ArrayDeque<>();
        open.add(value);
        JsonNode next;
        while ((next = open.pollLast()) != null) {
            weight += OBJECT;
            for (JsonNode element : next) {
                weight += MEMBER;
                if (element.isContainer()) {
                    open.add(element);
                } else {
                    weight += scalar(element);
                }
            }
        }
        return weight;
    }

    private static long scalar(JsonNode value) {
        return OBJECT + (value.isString() ? value.stringValue().length() : 0L);
    }
}
