package dev.stepwright.dsl;

import java.util.function.Function;

/**
 * How tasks come to be called.
 *
 * @param resources gives the resource of a method
 * @param invoke whether functions are called by {@code lambda:invoke}
 */
record TaskCalls(Function<TaskMethod, String> resources, boolean invoke) {
    /** Returns a state with what really stands in the definition: the resource, the arguments and the result as the resource has them. */
    ActionNode of(ActionNode state) {
        if (!(state.work() instanceof Work.Task task)) {
            return state;
        }
        ActionNode called = task.method() == null ? state : method(state, task, task.method());
        Envelope envelope = ((Work.Task) called.work()).envelope();
        return envelope == null ? called : envelope.around(called);
    }

    private ActionNode method(ActionNode state, Work.Task task, TaskMethod method) {
        String resource = resources.apply(method);
        if (method.isCallback()) {
            return Envelope.callingBack(state, task, resource);
        }
        ActionNode bare = state.with(new Work.Task(resource, task.argument(), task.result(), task.method(), null));
        return invoke ? Envelope.invoking(bare, task, resource) : bare;
    }
}
