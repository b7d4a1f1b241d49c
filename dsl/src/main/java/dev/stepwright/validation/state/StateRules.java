package dev.stepwright.validation.state;

import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.rule.EmptyArray;
import dev.stepwright.validation.rule.Exclusive;
import dev.stepwright.validation.rule.OutOfRange;
import dev.stepwright.validation.rule.Range;
import dev.stepwright.validation.rule.Rule;
import java.util.List;
import java.util.Map;

/** The rules for Pass, Choice, Wait, Fail and Parallel states. */
public final class StateRules {
    /** All of them, in the order in which findings about the same place are listed. */
    public static final List<Rule> ALL = List.of(
            new PathInResult(),
            new ResultAndParameters(),
            new EmptyArray("ASL-CHO-001", Kind.CHOICE, "Choices", "rule"),
            new NotOneOperator(),
            new BadNestedRule(),
            new BadOperand(),
            new BadVariable(),
            new BadPattern(),
            new NoDefault(),
            new DeadRule(),
            new BadCondition(),
            new NotOneWaitTime(),
            new OutOfRange("ASL-WAI-002", Kind.WAIT, Map.of("Seconds", new Range(0, 99_999_999))),
            new BadTimestamp(),
            new OddWait(),
            new Exclusive("ASL-FAI-001", Kind.FAIL, Exclusive.path("Error"), Exclusive.path("Cause")),
            new ReservedError(),
            new EmptyArray("ASL-PAR-001", Kind.PARALLEL, "Branches", "branch"),
            new SingleBranch());

    private StateRules() {}
}
