package dev.stepwright.testkit.soundness;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.types.Calls;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.flow.FlowResult;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.Variable;
import dev.stepwright.types.lattice.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What the analysis says of the values of a machine, held against what an execution really had. */
final class Claims {
    private final FlowResult flow;
    private final Map<String, JsonPointer> pointers = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final boolean isJsonPath;

    private Claims(StateMachineDefinition machine, FlowResult flow) {
        this.flow = flow;
        for (StateMachineDefinition scope : machine.scopes()) {
            for (State state : scope.states().values()) {
                pointers.put(state.name(), state.pointer());
                names.put(state.pointer().toString(), state.name());
            }
        }
        this.isJsonPath = !machine.json().toString().contains("JSONata");
    }

    static Claims of(Trial trial) {
        return new Claims(trial.machine(), DataFlow.flow(trial.machine(), trial.known(), Calls.NONE, Set.of()));
    }

    /** Returns what is not as it is said to be. */
    List<String> contradictedBy(Run run) {
        Instances instances = new Instances(new Places(run, names, isJsonPath));
        List<String> wrong = new ArrayList<>();
        for (HistoryEntry entry : run.history()) {
            if (entry.event() instanceof Event.StateEntered entered) {
                entered(entered, run.variables(entry, entered.name()), instances, wrong);
            }
        }
        run.asked().forEach((state, inputs) -> inputs.forEach(input -> arguments(state, input, instances, wrong)));
        if (run.outcome() instanceof Outcome.Succeeded<JsonNode> succeeded) {
            check("the machine gives", succeeded.output(), flow.output(), instances, wrong);
        }
        return wrong;
    }

    private void entered(
            Event.StateEntered entered, Map<String, JsonNode> variables, Instances instances, List<String> wrong) {
        String name = entered.name();
        Entry entry = flow.entries().get(pointers.get(name));
        if (entry == null) {
            wrong.add("state " + name + " is entered, though no way is said to lead to it");
            return;
        }
        check("state " + name + " gets", entered.input(), entry.input(), instances, wrong);
        variables.forEach((variable, value) -> {
            Variable known = entry.variables().get(variable);
            if (known == null) {
                wrong.add("state " + name + " has $" + variable + ", though nothing is said to assign it");
            } else {
                check("state " + name + " has in $" + variable, value, known.value(), instances, wrong);
            }
        });
        entry.variables().byName().forEach((variable, known) -> {
            if (known.isAlways() && !variables.containsKey(variable)) {
                wrong.add("state " + name + " lacks $" + variable + ", though every way is said to assign it");
            }
        });
    }

    private void arguments(String state, JsonNode input, Instances instances, List<String> wrong) {
        FlowResult.@Nullable TaskData data = flow.tasks().stream()
                .filter(task -> task.state().equals(state))
                .findFirst()
                .orElse(null);
        if (data == null) {
            wrong.add("task " + state + " is called, though it is said not to be reached");
        } else {
            check("task " + state + " gets", input, data.arguments(), instances, wrong);
        }
    }

    private static void check(String who, JsonNode node, Value value, Instances instances, List<String> wrong) {
        if (!instances.is(node, value)) {
            wrong.add(who + " " + JsonText.compact(node) + ", which is said to be " + value);
        }
    }
}
