package dev.stepwright.validation.map;

import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.rule.Exclusive;
import dev.stepwright.validation.rule.OutOfRange;
import dev.stepwright.validation.rule.Range;
import dev.stepwright.validation.rule.Rule;
import java.util.List;
import java.util.Map;

/** The rules for Map states. */
public final class MapRules {
    private static final Range COUNT = new Range(0, Long.MAX_VALUE);

    /** All of them, in the order in which findings about the same place are listed. */
    public static final List<Rule> ALL = List.of(
            new NotOneProcessor(),
            new Exclusive("ASL-MAP-002", Kind.MAP, new String[] {"ItemSelector", "Parameters"}),
            new DeprecatedField(),
            new BadProcessorConfig(),
            new DistributedOnly(),
            new Exclusive(
                    "ASL-MAP-006",
                    Kind.MAP,
                    Exclusive.path("MaxConcurrency"),
                    Exclusive.path("ToleratedFailureCount"),
                    Exclusive.path("ToleratedFailurePercentage"),
                    Exclusive.path("MaxItems"),
                    Exclusive.path("MaxItemsPerBatch"),
                    Exclusive.path("MaxInputBytesPerBatch")),
            new OutOfRange(
                    "ASL-MAP-007",
                    Kind.MAP,
                    Map.of(
                            "MaxConcurrency",
                            COUNT,
                            "ToleratedFailureCount",
                            COUNT,
                            "ToleratedFailurePercentage",
                            Range.PERCENTAGE,
                            "MaxItems",
                            new Range(0, 100_000_000),
                            "MaxItemsPerBatch",
                            new Range(1, Long.MAX_VALUE, 0),
                            "MaxInputBytesPerBatch",
                            new Range(1, 262_144, 0))),
            new EmptyBatcher(),
            new BadReader(),
            new BadWriter(),
            new BadLabel(),
            new DuplicateLabel(),
            new ConcurrencyTooHigh(),
            new DistributedInExpress(),
            new PathBesideReader(),
            new MapItemOutside(),
            new ExpressItem());

    private MapRules() {}
}
