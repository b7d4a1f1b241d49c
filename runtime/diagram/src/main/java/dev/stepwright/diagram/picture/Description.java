package dev.stepwright.diagram.picture;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.Transition;
import java.util.List;
import java.util.stream.Collectors;

/** A picture in words, for those who do not see it. */
final class Description {
    private static final int MOST_STATES = 40;
    private static final Kind.OfState KINDS = new Kind.OfState();

    private Description() {}

    static String of(StateMachineDefinition definition) {
        List<State> states = definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .toList();
        String first =
                definition.startAt().map(name -> ", the first is " + name).orElse("");
        String count = states.size() + (states.size() == 1 ? " state" : " states") + first + ".";
        String each =
                states.stream().limit(MOST_STATES).map(Description::sentence).collect(Collectors.joining());
        String more = states.size() > MOST_STATES ? "\nAnd " + (states.size() - MOST_STATES) + " more." : "";
        return definition.comment().map(comment -> comment + "\n").orElse("") + count + each + more;
    }

    private static String sentence(State state) {
        String ways = Transition.of(state).stream().map(Description::way).collect(Collectors.joining("; "));
        String end = state.isEnd() ? (ways.isEmpty() ? "" : "; ") + "ends" : "";
        String after = ways + end;
        return "\n" + state.name() + " (" + state.accept(KINDS).word() + ")" + (after.isEmpty() ? "" : ": " + after)
                + ".";
    }

    private static String way(Transition transition) {
        return switch (transition.kind()) {
            case NEXT -> "then " + transition.target();
            case DEFAULT -> "otherwise " + transition.target();
            case RULE -> "if " + transition.label() + " then " + transition.target();
            case CATCH -> "on " + transition.label() + " then " + transition.target();
        };
    }
}
