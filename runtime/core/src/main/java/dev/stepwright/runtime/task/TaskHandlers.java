package dev.stepwright.runtime.task;

import dev.stepwright.dsl.Handlers;
import dev.stepwright.json.JavaValues;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which handler does which task: bound to the name of a Task state, or to a {@code Resource}. A state's own handler wins. For
 * {@code lambda:invoke} a handler of the resource {@code arn:aws:lambda:...:function:NAME} serves the calls of that function.
 */
public final class TaskHandlers {
    private static final TaskHandlers NONE = builder().build();

    private final Map<String, Bound> byState;
    private final Map<String, Bound> byResource;
    private final Set<String> atMostOnce;

    private TaskHandlers(Map<String, Bound> byState, Map<String, Bound> byResource, Set<String> atMostOnce) {
        this.byState = Map.copyOf(byState);
        this.byResource = Map.copyOf(byResource);
        this.atMostOnce = Set.copyOf(atMostOnce);
    }

    /** Returns a set without any handler. */
    public static TaskHandlers none() {
        return NONE;
    }

    /** Returns a set without any handler, to be filled. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns these handlers together with others, which win where both have one for a state, or for a resource. What must not be done twice by
     * either must not be by both: {@code tasks.handlers().with(TaskHandlers.builder().atMostOnce("Charge").build())}.
     */
    public TaskHandlers with(TaskHandlers others) {
        Map<String, Bound> states = new HashMap<>(byState);
        states.putAll(others.byState);
        Map<String, Bound> resources = new HashMap<>(byResource);
        resources.putAll(others.byResource);
        Set<String> once = new HashSet<>(atMostOnce);
        once.addAll(others.atMostOnce);
        return new TaskHandlers(states, resources, once);
    }

    /** Returns the handler of a Task state. */
    public Optional<Bound> forState(String stateName) {
        return Optional.ofNullable(byState.get(stateName));
    }

    /** Returns the handler of a resource. */
    public Optional<Bound> forResource(String resource) {
        return Optional.ofNullable(byResource.get(resource));
    }

    /** Returns the handler of a state, or else that of its resource; null if there is neither. */
    @Nullable
    Bound bound(String stateName, String resource) {
        Bound own = byState.isEmpty() ? null : byState.get(stateName);
        return own != null || byResource.isEmpty() ? own : byResource.get(resource);
    }

    /** Returns whether the tasks of a state, or of a resource, must not be done twice. */
    public boolean isAtMostOnce(String stateNameOrResource) {
        return atMostOnce.contains(stateNameOrResource);
    }

    /** Returns the names of the states, and the resources, that have a handler, in the order of the alphabet. */
    @Override
    public String toString() {
        return "handlers of the states " + new TreeSet<>(byState.keySet()) + " and the resources "
                + new TreeSet<>(byResource.keySet());
    }

    /**
     * A handler and how it is called.
     *
     * @param isInline whether it is called on the engine's own thread: for handlers that compute and never block
     * @param isAnswering whether what it returns is what a task that waits for its token waits for
     */
    public record Bound(TaskHandler handler, boolean isInline, boolean isAnswering) {}

    /** Collects handlers. Not for use by several threads. */
    public static final class Builder {
        private final Map<String, Bound> byState = new LinkedHashMap<>();
        private final Map<String, Bound> byResource = new LinkedHashMap<>();

        private final Set<String> atMostOnce = new HashSet<>();

        private Builder() {}

        /**
         * Says that the tasks of a state, or of a resource, must not be done twice, whoever does them. Without it a task that was being done when
         * the engine stopped is handed over again; with it, it fails with {@link TaskFailure#INTERRUPTED}, which {@code Retry} and
         * {@code Catch} may name.
         */
        public Builder atMostOnce(String stateNameOrResource) {
            atMostOnce.add(stateNameOrResource);
            return this;
        }

        /**
         * Binds a handler to a Task state.
         *
         * @throws IllegalArgumentException if the state has one already
         */
        public Builder state(String stateName, TaskHandler handler) {
            bind(byState, "state", stateName, new Bound(handler, false, false));
            return this;
        }

        /**
         * Binds a handler to a resource, for all states that name it.
         *
         * @throws IllegalArgumentException if the resource has one already
         */
        public Builder resource(String resource, TaskHandler handler) {
            bind(byResource, "resource", resource, new Bound(handler, false, false));
            return this;
        }

        /**
         * Binds a handler that works on Java values to a Task state. An input that does not fit the type fails the task with
         * {@code java.lang.IllegalArgumentException}.
         *
         * @throws IllegalArgumentException if the state has one already
         */
        public <A, R extends @Nullable Object> Builder state(
                String stateName, Class<A> input, TypedHandler<A, R> handler) {
            return state(stateName, typed(input, handler));
        }

        /**
         * Binds a handler that works on Java values to a resource, for all states that name it.
         *
         * @throws IllegalArgumentException if the resource has one already
         */
        public <A, R extends @Nullable Object> Builder resource(
                String resource, Class<A> input, TypedHandler<A, R> handler) {
            return resource(resource, typed(input, handler));
        }

        /**
         * Binds a handler whose result is the task's own, even if that waits for its token: nobody has to send it back. For tests, and for work
         * that is done when the handler returns.
         *
         * @throws IllegalArgumentException if the state has one already
         */
        public <A, R extends @Nullable Object> Builder answering(
                String stateName, Class<A> input, TypedHandler<A, R> handler) {
            bind(byState, "state", stateName, new Bound(typed(input, handler), false, true));
            return this;
        }

        /**
         * Binds a handler that is called on the engine's own thread. For handlers that only compute: one that blocks holds up
         * other executions. What it gives is stored with the next thing that somebody outside hears of, and computed again if the engine
         * stops before: see {@link #atMostOnce} for one that must not be.
         *
         * @throws IllegalArgumentException if the state has one already
         */
        public Builder inline(String stateName, TaskHandler handler) {
            bind(byState, "state", stateName, new Bound(handler, true, false));
            return this;
        }

        /**
         * Binds the Java methods behind the tasks of a machine, each to its resource.
         *
         * @throws IllegalArgumentException if a resource has a handler already
         * @throws IllegalStateException if a service of the methods has no instance
         */
        public Builder methods(Handlers handlers) {
            handlers.byResource().forEach((resource, method) -> resource(resource, calling(method)));
            return this;
        }

        private static TaskHandler calling(Handlers.Bound method) {
            return (input, context) -> JavaValues.toJson(method.call(JavaValues.fromJson(input, method.argument())));
        }

        public TaskHandlers build() {
            return new TaskHandlers(byState, byResource, atMostOnce);
        }

        private static <A, R extends @Nullable Object> TaskHandler typed(Class<A> type, TypedHandler<A, R> handler) {
            return (input, context) -> JavaValues.toJson(handler.handle(JavaValues.fromJson(input, type), context));
        }

        private static void bind(Map<String, Bound> handlers, String what, String name, Bound handler) {
            if (handlers.putIfAbsent(name, handler) != null) {
                throw new IllegalArgumentException("the " + what + " \"" + name
                        + "\" already has a handler; bind only one handler to each " + what);
            }
        }
    }
}
