package dev.stepwright.runtime.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ErrorEquals}: which errors a rule is for. Whether an error can be recovered from at all is not decided here. */
public final class ErrorMatch {
    private final Set<String> names;
    private final boolean isAll;
    private final boolean isTaskFailed;

    public ErrorMatch(List<String> names) {
        this.names = Set.copyOf(names);
        this.isAll = names.contains("States.ALL");
        this.isTaskFailed = names.contains("States.TaskFailed");
    }

    /**
     * Returns whether the rule is for an error.
     *
     * @param error the error name, or null if it has none
     * @param alias a second name under which rules may know it, or null
     */
    public boolean matches(@Nullable String error, @Nullable String alias) {
        return isAll
                || isTaskFailed && !"States.Timeout".equals(error)
                || error != null && names.contains(error)
                || alias != null && names.contains(alias);
    }
}
