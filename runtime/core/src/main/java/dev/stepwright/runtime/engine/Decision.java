package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.HistoryEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a stimulus: the events are to be stored first, all at once, then the commands are to be carried out in their
 * order.
 *
 * @param refusals what the checks of parameters have refused to tasks of Map Runs, by the number of the task; null where none was asked. It is to be stored
 *     as well: the events do not tell it
 */
public record Decision(
        List<HistoryEntry> events,
        List<Command> commands,
        @Nullable Map<Long, String> refusals) {
    static final Decision NOTHING = new Decision(List.of(), List.of(), null);

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
