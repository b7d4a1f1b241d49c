package dev.stepwright.validation.limit;

import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.validation.machine.Graph;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.MapMode;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.RunLimit;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.machine.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How many events the history of a Standard execution has at least for what goes well; what is not known counts nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">The types of events</a>
 */
final class EventCounts {
    /** An execution fails with the event after this one. */
    static final long MOST = 25_000;

    private static final long ENTER_AND_EXIT = 2;
    private static final long START_AND_END = 2;
    private static final long SCHEDULE_START_AND_END = 3;
    private static final long ENOUGH = 1_000_000_000L;

    private final Map<Part, List<Scope>> inner = new IdentityHashMap<>();
    private final Map<Scope, Long> known = new IdentityHashMap<>();

    /** @param state where it has come to, null for the end */
    private record Way(@Nullable Part state, long events) {}

    EventCounts(Machine machine) {
        machine.scopes().stream()
                .filter(scope -> scope.part().owner() != null)
                .forEach(scope -> inner.computeIfAbsent(scope.part().owner(), owner -> new ArrayList<>())
                        .add(scope));
    }

    /** Returns the Maps that are in the history of a Standard execution; none in an Express workflow. */
    static Stream<Part> maps(Machine machine) {
        return machine.isExpress()
                ? Stream.empty()
                : machine.parts().stream().filter(part -> part.kind() == Kind.MAP && !RunLimit.isExpressItem(part));
    }

    /** Returns the least events with which an item of an inline Map goes well; 0 if that is not known. */
    long ofItem(Part map) {
        List<Scope> processors = inner.getOrDefault(map, List.of());
        if (MapMode.of(map) != MapMode.INLINE || processors.size() != 1) {
            return 0;
        }
        long events = ofScope(processors.get(0));
        return events == 0 ? 0 : events + START_AND_END;
    }

    /** Returns the least events with which a state goes well. */
    long ofState(Part state) {
        return switch (state.kind()) {
            case TASK ->
                ENTER_AND_EXIT
                        + SCHEDULE_START_AND_END
                        + (state.resource()
                                        .filter(r -> r.isJob() || r.isCallback())
                                        .isPresent()
                                ? 1
                                : 0);
            case PARALLEL ->
                ENTER_AND_EXIT
                        + START_AND_END
                        + inner.getOrDefault(state, List.of()).stream()
                                .mapToLong(this::ofScope)
                                .sum();
            case MAP -> ENTER_AND_EXIT + START_AND_END + Math.min(ENOUGH, itemsOf(state) * ofItem(state));
            default -> ENTER_AND_EXIT;
        };
    }

    /** Returns how many items a Map surely has; 0 if that is not known. */
    static long itemsOf(Part map) {
        JsonNode items = map.value("Items");
        if (!map.isJsonata() || !Text.isExpression(items)) {
            return map.isJsonata() && items.isArray() ? items.size() : 0;
        }
        try {
            return countOf(
                    Jsonata.parse(JsonataMarks.between(items.stringValue())).syntax());
        } catch (JsonataException e) {
            return 0; // another rule says what is wrong with it
        }
    }

    private static long countOf(Syntax syntax) {
        if (!(syntax instanceof Syntax.ArrayConstructor array)
                || array.items().size() != 1
                || !(array.items().get(0) instanceof Syntax.Range range)
                || !(range.from() instanceof Syntax.NumberLiteral from)
                || !(range.to() instanceof Syntax.NumberLiteral to)
                || !from.value().isInt()
                || !to.value().isInt()) {
            return 0;
        }
        return Math.max(0, to.value().longValue() - from.value().longValue() + 1);
    }

    /** Returns the events of the shortest way that ends well; 0 if there is none, or if some way is not known. */
    private long ofScope(Scope scope) {
        Long before = known.get(scope);
        if (before != null) {
            return before;
        }
        long events = Math.min(ENOUGH, shortest(scope));
        known.put(scope, events);
        return events;
    }

    private long shortest(Scope scope) {
        Graph graph = scope.graph();
        Map<String, Part> states = scope.states();
        if (!graph.loose().isEmpty()
                || !graph.transitions().stream()
                        .allMatch(way -> states.containsKey(way.target().asString("")))) {
            return 0;
        }
        Map<String, List<Graph.Transition>> from =
                graph.transitions().stream().collect(Collectors.groupingBy(Graph.Transition::from));
        PriorityQueue<Way> open = new PriorityQueue<>(Comparator.comparingLong(Way::events));
        Set<Part> seen = new HashSet<>();
        open.add(new Way(states.get(scope.startAt().asString("")), 0));
        while (!open.isEmpty()) {
            Way way = open.remove();
            Part state = way.state();
            if (state == null) {
                return way.events();
            }
            if (seen.add(state)) {
                long after = way.events() + ofState(state);
                if (graph.ends().contains(state.name()) && state.kind() != Kind.FAIL) {
                    open.add(new Way(null, after));
                }
                for (Graph.Transition next : from.getOrDefault(state.name(), List.of())) {
                    boolean isCatch = next.field().equals("Catch");
                    open.add(new Way(
                            states.get(next.target().asString("")), isCatch ? way.events() + ENTER_AND_EXIT : after));
                }
            }
        }
        return 0;
    }
}
