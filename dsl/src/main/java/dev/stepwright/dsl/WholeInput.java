package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.Tree;
import java.util.Optional;

/** Hands the whole input to service integrations, of which AWS refuses those that have neither Arguments nor Parameters. */
record WholeInput(QueryLanguage language, Problems problems) {
    /** Returns a state with what it takes; one that says that it has none, or what else stands there, stays as it is. */
    ActionNode of(ActionNode state) {
        String field = language == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
        boolean said =
                state.fields().dropped().contains(field) || state.fields().set().containsKey(field);
        return !said
                        && state.work() instanceof Work.Task task
                        && TaskResource.of(task.resource()).type() == TaskResource.Type.INTEGRATION
                ? taking(state, task)
                : state;
    }

    private ActionNode taking(ActionNode state, Work.Task task) {
        Tree arguments = state.data().arguments();
        Tree whole = arguments == null ? ActionNode.INPUT : arguments;
        if (language == QueryLanguage.JSONATA) {
            return state.arguments(whole);
        }
        if (!JsonPathData.isPath(whole)) {
            return state;
        }
        Optional<Tree> members = whole instanceof Tree.Selection
                ? Composition.members(whole, task.argument().getRawClass())
                : Optional.empty();
        if (members.isEmpty()) {
            problems.add(
                    state.name(),
                    task.resource() + " takes a whole value, which JSONPath cannot express: AWS refuses a service "
                            + "integration without Parameters",
                    "give the members, such as arguments(json(field(\"Message\", path(Order::id)))), or use "
                            + "QueryLanguage.JSONATA");
        }
        return members.map(state::arguments).orElse(state);
    }
}
