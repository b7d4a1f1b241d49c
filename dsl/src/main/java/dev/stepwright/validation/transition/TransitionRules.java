package dev.stepwright.validation.transition;

import dev.stepwright.validation.rule.Rule;
import java.util.List;

/** The rules for the ways between states. */
public final class TransitionRules {
    /** All of them, in the order in which findings about the same place are listed. */
    public static final List<Rule> ALL = List.of(
            new UnknownStart(),
            new NextOrEnd(),
            new TransitionNotAllowed(),
            new BadEnd(),
            new UnknownTarget(),
            new NoEnd(),
            new Unreachable(),
            new NoWayToEnd(),
            new EndlessLoop(),
            new BusyLoop());

    private TransitionRules() {}
}
