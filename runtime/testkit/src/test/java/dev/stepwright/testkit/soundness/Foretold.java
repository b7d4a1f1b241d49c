package dev.stepwright.testkit.soundness;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.validation.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the findings say will happen, held against what happened. */
final class Foretold {
    private static final String NEVER = "ASL-CHO-008";
    /** Items are not looked at where there are none, nor are errors and their causes if nothing fails. */
    private static final Set<String> CONDITIONAL = Set.of("ItemSelector", "ItemProcessor", "Retry", "");

    private static final String[] DEFAULT = {"", "-1"};

    private final Map<String, JsonNode> states = new HashMap<>();
    private final Map<String, List<Diagnostic>> byState = new HashMap<>();

    Foretold(StateMachineDefinition machine, List<Diagnostic> findings) {
        for (StateMachineDefinition scope : machine.scopes()) {
            for (State state : scope.states().values()) {
                states.put(state.name(), state.json());
                byState.put(state.name(), new ArrayList<>());
                String inner = state.pointer() + "/";
                findings.stream()
                        .filter(finding -> isAbout(finding, state.pointer().toString(), inner))
                        .forEach(finding -> byState.get(state.name()).add(finding));
            }
        }
    }

    private static boolean isAbout(Diagnostic finding, String state, String inner) {
        String at = finding.pointer().toString();
        return (at.equals(state) || at.startsWith(inner))
                && !at.substring(state.length()).contains("/States/");
    }

    /** Returns which findings are contradicted by states that were left though it is said that they fail, or by another rule. */
    List<String> contradictedBy(Run run) {
        List<String> wrong = new ArrayList<>();
        for (HistoryEntry entry : run.history()) {
            if (entry.event() instanceof Event.StateExited exited) {
                String next = next(run, entry);
                for (Diagnostic finding : byState.getOrDefault(exited.name(), List.of())) {
                    if (isContradicted(finding, exited, run.isCaught(entry), next)) {
                        wrong.add("state " + exited.name() + " is left "
                                + (next == null ? "for the end" : "for " + next) + ", though: " + finding.format("x"));
                    }
                }
            }
        }
        return wrong;
    }

    private static @Nullable String next(Run run, HistoryEntry exit) {
        for (HistoryEntry entry : run.history()) {
            if (entry.previousId() == exit.id() && entry.event() instanceof Event.StateEntered entered) {
                return entered.name();
            }
        }
        return null;
    }

    private boolean isContradicted(
            Diagnostic finding, Event.StateExited exited, boolean caught, @Nullable String next) {
        JsonNode state = states.get(exited.name());
        String[] place =
                finding.pointer().toString().substring(pointerLength(finding)).split("/", -1);
        String field = place.length > 0 ? place[0] : "";
        boolean isError = finding.severity() == Severity.ERROR;
        if (field.equals("Catch")) {
            return isError && caught && next != null && isOnly(state.path("Catch"), place, next, state);
        }
        if (field.equals("Choices") || field.equals("Default")) {
            return byRule(finding, state, place, next, isError);
        }
        if (state.has("Choices") && (field.equals("Output") || field.equals("Assign"))) {
            return isError && isOnly(state.path("Choices"), DEFAULT, next, state);
        }
        return isError && !caught && !isCatchTarget(state, next) && !CONDITIONAL.contains(field);
    }

    private static int pointerLength(Diagnostic finding) {
        String at = finding.pointer().toString();
        int states = at.lastIndexOf("/States/");
        int end = at.indexOf('/', states + "/States/".length());
        return end < 0 ? at.length() : end + 1;
    }

    /** JSONPath failures of what follows the work leave no event. */
    private static boolean isCatchTarget(JsonNode state, @Nullable String next) {
        return state.path("Catch")
                .valueStream()
                .anyMatch(rule -> rule.path("Next").asString("").equals(next));
    }

    private static boolean byRule(
            Diagnostic finding, JsonNode state, String[] place, @Nullable String next, boolean isError) {
        if (next == null) {
            return false;
        }
        if (place[0].equals("Default")) {
            return finding.rule().equals(NEVER) && isOnly(state.path("Choices"), DEFAULT, next, state);
        }
        if (finding.rule().equals(NEVER)) {
            return place.length == 2 && isOnly(state.path("Choices"), place, next, state);
        }
        boolean atAll = place.length == 3 && (place[2].equals("Variable") || place[2].equals("Condition"));
        return isError
                && (atAll && isNotBefore(state, place, next)
                        || place[2].equals("Assign") && isOnly(state.path("Choices"), place, next, state));
    }

    /** Returns whether no rule before it leads to a state. */
    private static boolean isNotBefore(JsonNode state, String[] place, String next) {
        for (int i = 0; i < Integer.parseInt(place[1]); i++) {
            if (state.path("Choices").get(i).path("Next").asString("").equals(next)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether of all rules only the one of a finding leads to a state. */
    private static boolean isOnly(JsonNode rules, String[] place, @Nullable String next, JsonNode state) {
        int index = Integer.parseInt(place[1]);
        boolean leads = index < 0 || rules.get(index).path("Next").asString("").equals(next);
        for (int i = 0; i < rules.size(); i++) {
            leads &= i == index || !rules.get(i).path("Next").asString("").equals(next);
        }
        return leads && (index < 0) == state.path("Default").asString("").equals(next);
    }
}
