package dev.stepwright.types;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.types.flow.FlowResult;
import dev.stepwright.types.flow.Outside;
import dev.stepwright.types.lattice.Value;
import java.util.Map;
import java.util.Optional;

/** Analyses how data flows through a machine. */
public final class DataFlow {
    private DataFlow() {}

    public static FlowResult analyze(StateMachineDefinition definition) {
        return FlowResult.of(definition, new Outside(Optional.empty(), Map.of(), (task, place) -> Value.of(place)));
    }
}
