package dev.stepwright.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thread of an execution: the states of the machine itself, of a branch or of an iteration, in the order in which they were visited. */
final class Strand {
    final @Nullable Stay owner;
    final int round;
    final List<Stay> stays = new ArrayList<>();

    private final String branch;
    private final Map<String, Integer> visits = new LinkedHashMap<>();

    /**
     * @param owner the stay in the Parallel or Map; null for the machine itself
     * @param round the attempt of the Parallel or Map; 0 for the machine itself
     * @param branch the number of the iteration, or the first state of the branch
     */
    Strand(@Nullable Stay owner, int round, String branch) {
        this.owner = owner;
        this.round = round;
        this.branch = branch;
    }

    /** Returns what is the same for this strand in another execution of the machine. */
    String key() {
        return owner == null ? "" : owner.place() + "/" + round + "/" + branch;
    }

    /** Returns which of the strands of its round this is. */
    String branch() {
        return branch;
    }

    int visitsOf(String state) {
        return visits.merge(state, 1, Integer::sum);
    }
}
