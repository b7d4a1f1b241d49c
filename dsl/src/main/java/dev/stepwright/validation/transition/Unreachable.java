package dev.stepwright.validation.transition;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Graph;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nothing leads to a state. States that only an unreachable one leads to are named with it; what a broken transition
 * explains is not reported, nor an end that is lost because {@link NoWayToEnd}.
 */
final class Unreachable extends Rule {
    Unreachable() {
        super("ASL-STA-009", Severity.ERROR, "MISSING_TRANSITION_TARGET");
    }

    @Override
    protected void check(Scope scope, Findings findings) {
        String start = scope.startAt().asString("");
        tellService(scope, start, findings);
        String begin = scope.names().contains(start)
                ? start
                : scope.names().nearest(start).orElse("");
        if (!scope.names().contains(begin)) {
            return;
        }
        Graph graph = scope.graph();
        Set<String> lost = new LinkedHashSet<>(scope.names().all());
        lost.removeAll(graph.reachableFrom(begin));
        Map<String, List<String>> heads = graph.heads(lost);
        Set<String> leading = graph.leadingToEnd();
        for (String head : unexplained(scope, heads.keySet())) {
            if (leading.contains(begin) || !leading.contains(head)) {
                List<String> followers = heads.getOrDefault(head, List.of());
                Finding finding =
                        atName(scope.pointerOf(head), message(head, followers)).ours();
                findings.add(finding.mendedBy(fix(scope, heads.size(), head, followers)));
            }
        }
    }

    /** What follows may follow another lost state, too. */
    private static Optional<Fix> fix(Scope scope, int heads, String head, List<String> followers) {
        return heads == 1 || followers.isEmpty()
                ? Optional.of(new Fix.Remove(
                        scope.part().at("States"),
                        Stream.concat(Stream.of(head), followers.stream()).toList()))
                : Optional.empty();
    }

    /** AWS: names each lost state to which no other leads, whatever the reason. */
    private void tellService(Scope scope, String start, Findings findings) {
        Graph graph = scope.writtenGraph();
        Set<String> lost = new LinkedHashSet<>(scope.names().all());
        if (scope.names().contains(start)) {
            lost.removeAll(graph.reachableFrom(start));
        }
        graph.heads(lost)
                .keySet()
                .forEach(state -> findings.add(atName(scope.pointerOf(state), "")
                        .service("State \"" + state + "\" is not reachable.", scope.pointerOf(state))
                        .theirs()));
    }

    /**
     * A loose transition was probably meant for the state that is written next; others explain as many lost states as there
     * are of them.
     */
    private static Collection<String> unexplained(Scope scope, Collection<String> heads) {
        List<String> names = List.copyOf(scope.names().all());
        Map<String, Integer> loose = scope.graph().loose();
        Set<String> open = new LinkedHashSet<>(heads);
        long spare = 0;
        for (int i = 0; i < names.size(); i++) {
            int transitions = loose.getOrDefault(names.get(i), 0);
            boolean isForNext = transitions > 0 && i + 1 < names.size() && open.remove(names.get(i + 1));
            spare += isForNext ? transitions - 1 : transitions;
        }
        return open.size() <= spare ? List.of() : open;
    }

    private static String message(String head, List<String> followers) {
        String more = followers.isEmpty() ? "" : ", so " + Words.allOf(followers) + " cannot be reached either";
        return "no transition leads to state " + Words.quote(head) + more
                + "; name it in the Next of another state, or remove it";
    }
}
