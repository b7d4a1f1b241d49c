package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.HistoryEntry;
import java.util.List;

/**
 * What follows from a stimulus: the events are to be stored first, all at once, then the commands are to be carried out in their
 * order.
 */
public record Decision(List<HistoryEntry> events, List<Command> commands) {
    static final Decision NOTHING = new Decision(List.of(), List.of());

    /** Returns whether the decision goes on with the next stimulus, see {@link Command.Continue}. */
    public boolean isCutShort() {
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i) instanceof Command.Continue) {
                return true;
            }
        }
        return false;
    }
}
