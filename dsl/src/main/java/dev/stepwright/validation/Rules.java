package dev.stepwright.validation;

import dev.stepwright.validation.document.DocumentRules;
import dev.stepwright.validation.error.ErrorRules;
import dev.stepwright.validation.jsonata.JsonataRules;
import dev.stepwright.validation.limit.LimitRules;
import dev.stepwright.validation.map.MapRules;
import dev.stepwright.validation.path.PathRules;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.state.StateRules;
import dev.stepwright.validation.task.TaskRules;
import dev.stepwright.validation.transition.TransitionRules;
import dev.stepwright.validation.variable.VariableRules;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order in which findings about the same place are listed. */
final class Rules {
    static final List<Rule> ALL = Stream.of(
                    DocumentRules.ALL,
                    TransitionRules.ALL,
                    TaskRules.ALL,
                    StateRules.ALL,
                    MapRules.ALL,
                    PathRules.ALL,
                    JsonataRules.ALL,
                    VariableRules.ALL,
                    ErrorRules.ALL,
                    LimitRules.ALL)
            .flatMap(List::stream)
            .toList();

    private Rules() {}
}
