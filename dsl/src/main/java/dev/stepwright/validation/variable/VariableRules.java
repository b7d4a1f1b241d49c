package dev.stepwright.validation.variable;

import dev.stepwright.validation.rule.Rule;
import java.util.List;

/** The rules for variables. */
public final class VariableRules {
    /** All of them, in the order in which findings about the same place are listed. */
    public static final List<Rule> ALL = List.of(
            new BadAssign(),
            new BadVariableName(),
            new ReservedVariable(),
            new OuterVariable(),
            new UnassignedVariable(),
            new UnreadVariable(),
            new OwnVariable());

    private VariableRules() {}
}
