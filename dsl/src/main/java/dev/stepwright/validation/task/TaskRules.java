package dev.stepwright.validation.task;

import dev.stepwright.validation.machine.Integrations;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.rule.Exclusive;
import dev.stepwright.validation.rule.OutOfRange;
import dev.stepwright.validation.rule.Range;
import dev.stepwright.validation.rule.Rule;
import java.util.List;
import java.util.Map;

/** The rules for Task states. */
public final class TaskRules {
    /** All of them, in the order in which findings about the same place are listed. */
    public static final List<Rule> ALL = List.of(
            new UnknownResource(),
            new UnsupportedPattern(),
            new ExpressTask(),
            new Exclusive(
                    "ASL-TSK-004", Kind.TASK, Exclusive.path("TimeoutSeconds"), Exclusive.path("HeartbeatSeconds")),
            new HeartbeatNotBelowTimeout(),
            new OutOfRange(
                    "ASL-TSK-006",
                    Kind.TASK,
                    Map.of("TimeoutSeconds", Range.SECONDS, "HeartbeatSeconds", Range.SECONDS)),
            new BadCredentials(),
            new TokenNotSent(),
            new NoTimeout(),
            new UselessHeartbeat(),
            new ParameterMissing(),
            new NoParameters(),
            new BadEndpoint(),
            new UnknownSdkCall(),
            new UnknownParameter(),
            new ParameterMisfit(),
            new SecretLiteral(),
            new LargeResult(),
            new TimeoutBeyondRun());

    private TaskRules() {}

    /** Returns the resources of the optimized integrations whose actions are known, in each pattern that they have; there are others. */
    public static List<String> resources() {
        return Integrations.resources();
    }
}
