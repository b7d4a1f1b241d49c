package dev.stepwright.asl.edit;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A state once more: under another name, as all states within it.
 *
 * @param json belongs to nobody else
 */
record StateCopy(String name, ObjectNode json) {
    /** @param taken the names that states have; those of the copy are added */
    static StateCopy of(State state, Set<String> taken) {
        String name = free(state.name(), taken);
        ObjectNode machine = JsonNodeFactory.instance.objectNode();
        ObjectNode copy = (ObjectNode) state.json().deepCopy();
        machine.putObject("States").set(name, copy);
        for (StateMachineDefinition within : inner(machine)) {
            Scope scope = new Scope(within);
            List.copyOf(within.states().keySet()).forEach(each -> scope.rename(each, free(each, taken)));
        }
        return new StateCopy(name, copy);
    }

    private static List<StateMachineDefinition> inner(ObjectNode machine) {
        List<StateMachineDefinition> scopes = StateMachineDefinition.of(machine).scopes();
        return scopes.subList(1, scopes.size());
    }

    /** Returns a name that no state has, with a number behind the one before, and takes it. */
    private static String free(String name, Set<String> taken) {
        String stem = name.replaceFirst("(?<=.) \\d{1,9}$", "");
        for (int i = 2; ; i++) {
            String end = " " + i;
            String beginning = beginning(stem, DefinitionEdit.LONGEST_NAME - end.length());
            if (taken.add(beginning + end)) {
                return beginning + end;
            }
        }
    }

    /** No half of a character that is two units long. */
    private static String beginning(String name, int most) {
        int end = Math.min(name.length(), most);
        return end < name.length() && Character.isLowSurrogate(name.charAt(end))
                ? name.substring(0, end - 1)
                : name.substring(0, end);
    }
}
