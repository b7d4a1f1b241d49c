package dev.stepwright.validation.limit;

import dev.stepwright.validation.rule.Rule;
import java.util.List;

/** The rules for what one execution can hold. */
public final class LimitRules {
    /** All of them, in the order in which findings about the same place are listed. */
    public static final List<Rule> ALL = List.of(new LiteralTooLarge(), new HistoryTooLong(), new ItemsFillHistory());

    private LimitRules() {}
}
