package dev.stepwright.server.access;

import dev.stepwright.permission.Wildcards;
import dev.stepwright.server.api.Demand;
import java.util.List;
import java.util.Locale;

/**
 * A statement of a policy.
 *
 * @param actions in lower case
 * @param conditions all of which have to be true
 */
record PolicyStatement(boolean isDeny, Patterns actions, Patterns resources, List<Condition> conditions) {
    PolicyStatement {
        conditions = List.copyOf(conditions);
    }

    /**
     * What a statement is about.
     *
     * @param isNot whether it is about all else
     */
    record Patterns(List<String> patterns, boolean isNot) {
        Patterns {
            patterns = List.copyOf(patterns);
        }

        boolean match(String name) {
            return isNot != patterns.stream().anyMatch(pattern -> Wildcards.covers(pattern, name));
        }
    }

    boolean isAbout(Demand demand) {
        return actions.match(demand.action().toLowerCase(Locale.ROOT))
                && resources.match(demand.resource())
                && conditions.stream().allMatch(condition -> condition.isTrue(demand));
    }
}
