package dev.stepwright.dsl;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The Java methods behind a machine's tasks, and the instances on which to call them. Immutable. */
public final class Handlers {
    private final Map<String, TaskMethod> methods;
    private final Map<Class<?>, Object> services;

    static final Handlers NONE = new Handlers(Map.of(), Map.of());

    private Handlers(Map<String, TaskMethod> methods, Map<Class<?>, Object> services) {
        this.methods = methods;
        this.services = services;
    }

    static Handlers of(Scope scope, Function<TaskMethod, String> resources, Problems problems) {
        Map<String, TaskMethod> methods = new LinkedHashMap<>();
        collect(scope, (state, method) -> {
            String resource = resources.apply(method);
            if (method.isCallback() && !Envelope.isFunction(resource)) {
                problems.add(
                        state,
                        "the callback " + method.reference() + " has the resource " + resource
                                + ", which is not a function",
                        "give it the ARN of a function; for a service write task(name, resource.waitForTaskToken(type))");
            }
            TaskMethod other = methods.putIfAbsent(resource, method);
            if (other != null
                    && !other.reference().executable().equals(method.reference().executable())) {
                problems.add(
                        state,
                        "two methods have the resource " + resource + ", "
                                + other.reference().executable() + " and "
                                + method.reference().executable(),
                        "give one another resource with @TaskResource, or with StateMachine.resources");
            }
        });
        return new Handlers(methods, Map.of());
    }

    private static void collect(Scope scope, BiConsumer<String, TaskMethod> methods) {
        for (Scope.Linked linked : scope.states()) {
            if (linked.state() instanceof ActionNode action
                    && action.work() instanceof Work.Task task
                    && task.method() != null) {
                methods.accept(action.name(), task.method());
            }
            linked.inner().forEach(inner -> collect(inner, methods));
        }
    }

    /**
     * Returns these handlers with an instance for the methods of a service.
     *
     * @throws IllegalArgumentException if no task calls a method of the service
     */
    public <S> Handlers bind(Class<S> service, S instance) {
        if (methods.values().stream().noneMatch(method -> method.service() == service)) {
            throw new IllegalArgumentException("no task calls a method of " + service.getName() + "; the services are "
                    + names(methods.values().stream().toList()));
        }
        Map<Class<?>, Object> more = new HashMap<>(services);
        more.put(service, instance);
        return new Handlers(methods, Map.copyOf(more));
    }

    /**
     * Returns what to call for each resource, as the resource stands in the definition. Resources that no Java method stands for are
     * not in it.
     *
     * @throws IllegalStateException if a service has no instance yet; the message names all of them
     */
    public Map<String, Bound> byResource() {
        List<TaskMethod> unbound = methods.values().stream()
                .filter(method -> method.service() != null && !services.containsKey(method.service()))
                .toList();
        if (!unbound.isEmpty()) {
            throw new IllegalStateException("no instance is bound to " + names(unbound)
                    + "; call handlers().bind(Service.class, instance) for each");
        }
        Map<String, Bound> bound = new LinkedHashMap<>();
        methods.forEach((resource, method) -> {
            Class<?> service = method.service();
            bound.put(resource, new Bound(method, service == null ? null : services.get(service)));
        });
        return Collections.unmodifiableMap(bound);
    }

    private static String names(List<TaskMethod> methods) {
        List<String> names = new ArrayList<>();
        for (TaskMethod method : methods) {
            if (method.service() != null) {
                names.add(method.service().getName());
            }
        }
        return String.join(", ", new TreeSet<>(names));
    }

    /** A Java method that can be called. */
    public static final class Bound {
        private final TaskMethod method;
        private final @Nullable Object service;

        private Bound(TaskMethod method, @Nullable Object service) {
            this.method = method;
            this.service = service;
        }

        /** Returns the type of the argument. */
        public Type argument() {
            return method.taken();
        }

        /** Returns the type of the task's result; a callback gives nothing itself, it is sent back with the token. */
        public Type result() {
            return method.result();
        }

        /**
         * Calls the method.
         *
         * @param argument an instance of {@link #argument()}
         * @throws Exception what the method throws; the definition knows it by {@link Errors#nameOf}
         */
        public @Nullable Object call(@Nullable Object argument) throws Exception {
            return method.call().call(service, argument);
        }

        /** Returns the method as a reference, for example {@code Shop::charge}. */
        @Override
        public String toString() {
            return method.reference().toString();
        }
    }
}
