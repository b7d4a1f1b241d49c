package dev.stepwright.validation.jsonata;

import dev.stepwright.validation.rule.Rule;
import java.util.List;

/** The rules for JSONata. */
public final class JsonataRules {
    /** All of them, in the order in which findings about the same place are listed. */
    public static final List<Rule> ALL = List.of(
            new BadJsonata(),
            new StrayDelimiter(),
            new UnclosedExpression(),
            new TopLevelReference(),
            new EvalCalled(),
            new UnknownStatesField(),
            new ExpressionNotAllowed(),
            new PathInJsonataState(),
            new ExpressionInJsonPathState(),
            new ImpossibleType(),
            new UnknownFunction());

    private JsonataRules() {}
}
