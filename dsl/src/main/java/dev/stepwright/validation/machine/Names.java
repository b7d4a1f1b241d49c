package dev.stepwright.validation.machine;

import dev.stepwright.asl.Spelling;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A set of names, and the one that a misspelt name probably means. */
public final class Names {
    /** How many names all questions to one set may look at, so that a hopeless document takes no longer than a good one. */
    private static final int BUDGET = 2_000_000;

    /** How many looks a comparison letter by letter costs. */
    private static final int COMPARISON = 50;

    private final Set<String> names;
    private int work;

    public Names(Collection<String> names) {
        this.names = new LinkedHashSet<>(names);
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    public Set<String> all() {
        return names;
    }

    /** Returns the most similar name, if one is so similar that a slip explains the difference. */
    public Optional<String> nearest(String name) {
        String best = null;
        int limit = Math.max(1, Math.min(4, name.length() / 3));
        for (String candidate : names) {
            if (++work > BUDGET) {
                return Optional.empty();
            }
            if (Math.abs(candidate.length() - name.length()) > limit) {
                continue;
            }
            work += COMPARISON;
            int distance = Spelling.distance(name, candidate);
            if (distance <= limit && !candidate.equals(name)) {
                best = candidate;
                limit = distance - 1;
            }
        }
        return Optional.ofNullable(best);
    }
}
