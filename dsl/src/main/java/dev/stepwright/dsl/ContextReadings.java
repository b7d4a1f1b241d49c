package dev.stepwright.dsl;

import dev.stepwright.asl.TaskResource;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.json.JavaValues;
import java.util.List;
import tools.jackson.databind.JavaType;

/** Readings of the context object that suit neither the machine nor the state. */
final class ContextReadings {
    private static final int FIELD = 2;

    private ContextReadings() {}

    /** Reports readings of the execution's input as another type than the machine's. */
    static void check(Scope scope, JavaType input, Problems problems) {
        for (Scope.Linked linked : scope.states()) {
            if (!input.isJavaLangObject()) {
                Readings.selections(linked)
                        .filter(selection -> !suits(selection, input.getRawClass()))
                        .forEach(selection -> problems.add(
                                linked.state().name(),
                                "it reads the execution's input as a "
                                        + read(selection).getSimpleName()
                                        + ", but the machine takes a "
                                        + input.getRawClass().getSimpleName(),
                                "use its accessors"));
            }
            if (linked.state() instanceof ActionNode action) {
                checkToken(linked, action, problems);
            }
            linked.inner().forEach(inner -> check(inner, input, problems));
        }
    }

    private static boolean suits(Tree.Selection selection, Class<?> input) {
        return read(selection).isAssignableFrom(input);
    }

    /** Returns the class as which a path reads the execution's input; {@code Object} if it does not. */
    private static Class<?> read(Tree.Selection selection) {
        List<Segment> segments = selection.segments();
        if (selection.origin() != Origin.Place.CONTEXT
                || !named(segments, 0, "Execution")
                || !named(segments, 1, "Input")) {
            return Object.class;
        }
        return segments.size() > FIELD
                ? segments.get(FIELD).owner()
                : JavaValues.mapper().constructType(segments.get(1).type()).getRawClass();
    }

    private static boolean named(List<Segment> segments, int index, String name) {
        return segments.size() > index
                && segments.get(index) instanceof Segment.Field field
                && field.name().equals(name);
    }

    /** A token exists only while a task waits for it. */
    private static void checkToken(Scope.Linked linked, ActionNode action, Problems problems) {
        boolean reads = Readings.selections(linked)
                .anyMatch(selection ->
                        selection.origin() == Origin.Place.CONTEXT && named(selection.segments(), 0, "Task"));
        boolean waits =
                action.work() instanceof Work.Task task && task.resource().endsWith(TaskResource.CALLBACK);
        if (reads && !waits) {
            problems.add(
                    action.name(),
                    "it reads the task token, but its resource does not wait for one",
                    "use a resource that ends with " + TaskResource.CALLBACK);
        }
    }
}
