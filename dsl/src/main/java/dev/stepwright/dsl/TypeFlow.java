package dev.stepwright.dsl;

import dev.stepwright.dsl.items.Batch;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.dsl.tree.TreeTypes;
import dev.stepwright.json.JavaValues;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/**
 * The Java types that can come out of a scope: each state is visited with every type that can reach it, until nothing new comes up.
 * The types of task methods, of records and of accessors are known; states such as Wait hand on what they get.
 */
final class TypeFlow implements StateNode.Visitor<JavaType> {
    private static final TypeFactory TYPES = JavaValues.mapper().getTypeFactory();
    private static final JavaType UNKNOWN = TypeFactory.unknownType();
    private static final JavaType ERROR = TYPES.constructType(ErrorOutput.class);

    private final Problems problems;
    private final Map<StateNode, Scope.Linked> linked;
    private final Map<StateNode, Set<JavaType>> seen = new IdentityHashMap<>();
    private final Deque<Visit> open = new ArrayDeque<>();
    private final Set<JavaType> ends = new LinkedHashSet<>();
    /** What the state being visited takes. */
    private JavaType input = UNKNOWN;

    private record Visit(StateNode state, JavaType input) {}

    private TypeFlow(Scope scope, Problems problems) {
        this.problems = problems;
        this.linked = scope.byState();
    }

    /** Returns the type of what a scope gives; {@code Object} where it is not known or nothing ever comes out. */
    static JavaType output(Scope scope, JavaType input, Problems problems) {
        TypeFlow flow = new TypeFlow(scope, problems);
        flow.reach(scope.start(), input);
        while (!flow.open.isEmpty()) {
            flow.visit(flow.open.remove());
        }
        return CommonType.of(flow.ends);
    }

    private void reach(StateNode state, JavaType type) {
        if (seen.computeIfAbsent(state, key -> new HashSet<>()).add(type)) {
            open.add(new Visit(state, type));
        }
    }

    private void visit(Visit visit) {
        Scope.Linked at = Objects.requireNonNull(linked.get(visit.state));
        input = visit.input;
        JavaType output = visit.state.accept(this);
        if (at.next() != null) {
            reach(at.next(), output);
        } else if (!(visit.state instanceof StateNode.Fail || visit.state instanceof StateNode.Choice)) {
            ends.add(output);
        }
        at.decisions().forEach(edge -> enter(edge, visit.input, UNKNOWN));
        at.handlers().forEach(edge -> {
            if (edge.entry().output() instanceof Tree.Merge merge) {
                checkField(visit.state, merge, ERROR);
            }
            enter(edge, visit.input, ERROR);
        });
    }

    private void enter(Scope.Edge edge, JavaType input, JavaType happened) {
        Tree output = edge.entry().output();
        reach(edge.to(), output == null ? input : TreeTypes.of(output, input, happened));
    }

    @Override
    public JavaType action(ActionNode state) {
        ActionNode.Data data = state.data();
        JavaType arguments = data.arguments() == null ? input : TreeTypes.of(data.arguments(), input, UNKNOWN);
        JavaType given = result(state, arguments);
        JavaType result = state.settings().result() == null
                ? given
                : TYPES.constructType(state.settings().result());
        JavaType selected = data.selector() == null ? result : TreeTypes.of(data.selector(), input, result);
        Tree made = data.given() instanceof Tree.Within within ? within.place() : data.given();
        if (made instanceof Tree.Merge merge) {
            checkField(state, merge, selected);
        }
        return TreeTypes.of(data.given(), input, selected);
    }

    /** The compiler accepts a field whose type is narrower than the result. */
    private void checkField(StateNode state, Tree.Merge merge, JavaType result) {
        Segment.Field field = merge.fields().get(merge.fields().size() - 1);
        JavaType type = TreeTypes.of(merge.place(), input, UNKNOWN);
        boolean fits = boxed(type.getRawClass()).isAssignableFrom(boxed(result.getRawClass()));
        if (!fits && !result.isJavaLangObject()) {
            problems.add(
                    state.name(),
                    "its result is a " + result.getRawClass().getSimpleName() + ", but the field " + field.name()
                            + " holds a " + type.getRawClass().getSimpleName(),
                    "put it into a field of its own type");
        }
    }

    private JavaType result(ActionNode state, JavaType arguments) {
        List<Scope> inner = Objects.requireNonNull(linked.get(state)).inner();
        if (state.work() instanceof Work.Task task) {
            return task.result();
        }
        if (state.work() instanceof Work.Map map) {
            JavaType given = inner.isEmpty() ? UNKNOWN : output(inner.get(0), taken(map.items()), problems);
            Distribution.Results results =
                    map.distribution() == null ? null : map.distribution().results();
            return results == null
                    ? TYPES.constructCollectionType(List.class, given)
                    : TYPES.constructType(results.type());
        }
        List<JavaType> results = inner.stream()
                .map(branch -> output(branch, arguments, problems))
                .toList();
        Class<?> tuple = ((Work.Parallel) state.work()).tuple();
        if (tuple != List.class && results.size() < tuple.getTypeParameters().length) {
            return UNKNOWN; // a branch could not be linked, and that was reported
        }
        return tuple == List.class
                ? TYPES.constructCollectionType(List.class, CommonType.of(new LinkedHashSet<>(results)))
                : TYPES.constructParametricType(tuple, results.toArray(JavaType[]::new));
    }

    /** What the processor of a Map state takes. */
    private JavaType taken(Work.Items items) {
        if (items.as() != null) {
            return TYPES.constructType(items.as());
        }
        JavaType taken = items.taken() == null ? item(items) : TreeTypes.of(items.taken(), input, item(items));
        if (items.batches() == null) {
            return taken;
        }
        Tree beside = items.batches().input();
        return TYPES.constructParametricType(
                Batch.class, beside == null ? UNKNOWN : TreeTypes.of(beside, input, UNKNOWN), taken);
    }

    private JavaType item(Work.Items items) {
        if (items.reader() != null) {
            return TYPES.constructType(items.reader().type());
        }
        JavaType item = items.list() == null
                ? null
                : TreeTypes.of(items.list(), input, UNKNOWN).getContentType();
        return item == null ? UNKNOWN : item;
    }

    @Override
    public JavaType pass(StateNode.Pass state) {
        if (state.output() instanceof Tree.Merge merge) {
            checkField(state, merge, TreeTypes.of(merge.value(), input, UNKNOWN));
        }
        Tree given = state.given();
        return given == null ? input : TreeTypes.of(given, input, UNKNOWN);
    }

    @Override
    public JavaType waiting(StateNode.Wait state) {
        return state.output() == null ? input : TreeTypes.of(state.output(), input, UNKNOWN);
    }

    @Override
    public JavaType choice(StateNode.Choice state) {
        return input;
    }

    @Override
    public JavaType succeed(StateNode.Succeed state) {
        return state.output() == null ? input : TreeTypes.of(state.output(), input, UNKNOWN);
    }

    @Override
    public JavaType raw(StateNode.Raw state) {
        return TYPES.constructType(state.output());
    }

    @Override
    public JavaType fail(StateNode.Fail state) {
        return UNKNOWN;
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
