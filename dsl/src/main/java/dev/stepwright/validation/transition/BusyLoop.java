package dev.stepwright.validation.transition;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.json.JsonText;
import dev.stepwright.validation.machine.Cycles;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A loop that asks a service again and again without a pause. Only what certainly goes on as long as the service gives the same
 * answer is one: questions, choices and passes, of which none counts, pages or keeps anything.
 */
final class BusyLoop extends Rule {
    /** Answers that change only with time. */
    private static final Pattern QUESTION =
            Pattern.compile("describe[A-Z].*|get[A-Za-z]*(Status|Execution|Run|Job|Task|State|Query)");

    private static final Pattern PROGRESS =
            Pattern.compile("Assign|MathAdd|MathRandom|Token|Marker|LastEvaluated|Cursor|[+]|\\$count|\\$append");

    BusyLoop() {
        super("ASL-STA-012", Severity.WARNING, "");
    }

    @Override
    protected void check(Scope scope, Findings findings) {
        Set<String> inCycles = new HashSet<>();
        Cycles.of(among(scope, BusyLoop::mayBeQuick)).forEach(inCycles::addAll);
        // What makes progress is looked for in the whole text of a state, so only where it matters.
        Map<String, Set<String>> quick =
                among(scope, state -> inCycles.contains(state.name()) && mayBeQuick(state) && !makesProgress(state));
        for (Set<String> cycle : Cycles.of(quick)) {
            Optional<Part> question = scope.states().values().stream()
                    .filter(state -> cycle.contains(state.name()) && isQuestion(state))
                    .findFirst();
            question.ifPresent(state -> findings.add(atName(
                    state.pointer(),
                    "state %s runs again and again without a pause, which uses up the 25,000 events of an execution; add a Wait state to the loop of %s"
                            .formatted(Words.quote(state.name()), Words.allOf(inOrder(scope, cycle))))));
        }
    }

    /** Returns the ways between some of the states. */
    private static Map<String, Set<String>> among(Scope scope, Predicate<Part> chosen) {
        Map<String, Set<String>> ways = new LinkedHashMap<>();
        scope.graph().ways().forEach((name, targets) -> {
            Part state = scope.states().get(name);
            if (state != null && chosen.test(state)) {
                ways.put(name, targets);
            }
        });
        ways.replaceAll((name, targets) -> {
            Set<String> kept = new LinkedHashSet<>(targets);
            kept.retainAll(ways.keySet());
            return kept;
        });
        return ways;
    }

    private static List<String> inOrder(Scope scope, Set<String> cycle) {
        return scope.states().keySet().stream().filter(cycle::contains).toList();
    }

    private static boolean mayBeQuick(Part state) {
        return state.kind() == Kind.PASS || state.kind() == Kind.CHOICE || isQuestion(state);
    }

    private static boolean makesProgress(Part state) {
        return PROGRESS.matcher(JsonText.compact(state.json())).find();
    }

    private static boolean isQuestion(Part state) {
        return state.resource()
                .filter(resource -> resource.type() == TaskResource.Type.INTEGRATION
                        && resource.pattern().isEmpty()
                        && QUESTION.matcher(resource.action()).matches())
                .isPresent();
    }
}
