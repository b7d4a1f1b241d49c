package dev.stepwright.diagram.picture;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A picture in words, for those who do not see it. */
final class Description {
    private static final int MOST_STATES = 40;
    private static final Kind.OfState KINDS = new Kind.OfState();

    private Description() {}

    static String of(StateMachineDefinition definition, Lens lens) {
        List<String> sentences = new ArrayList<>();
        add(definition, lens, sentences);
        String first =
                definition.startAt().map(name -> ", the first is " + name).orElse("");
        String count = sentences.size() + (sentences.size() == 1 ? " state" : " states") + first + ".";
        String each = sentences.stream().limit(MOST_STATES).collect(Collectors.joining());
        String more = sentences.size() > MOST_STATES ? "\nAnd " + (sentences.size() - MOST_STATES) + " more." : "";
        return definition.comment().map(comment -> comment + "\n").orElse("") + count + each + more;
    }

    private static void add(StateMachineDefinition scope, Lens lens, List<String> sentences) {
        for (State state : scope.states().values()) {
            sentences.add(sentence(state, lens));
            state.subMachines().forEach(machine -> add(machine, lens.within(state), sentences));
        }
    }

    private static String sentence(State state, Lens lens) {
        String ways = Transition.of(state).stream().map(Description::way).collect(Collectors.joining("; "));
        String end = state.isEnd() ? (ways.isEmpty() ? "" : "; ") + "ends" : "";
        String after = ways + end;
        String happened = lens.state(state.name()).words().replace("\n", ", ");
        String kind = state.accept(KINDS).word();
        return "\n" + state.name() + " (" + kind + ")" + (happened.isEmpty() ? "" : ", " + happened)
                + (after.isEmpty() ? "" : ": " + after) + ".";
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
