package dev.stepwright.diagram.picture;

import dev.stepwright.asl.RetryRule;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.Transition;
import dev.stepwright.diagram.layout.LayeredLayout;
import dev.stepwright.diagram.layout.Link;
import dev.stepwright.diagram.layout.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Turns a definition into figures and arrows, and gives them their places. */
final class Sketch {
    private static final double WIDEST_NAME = 210;
    private static final double WIDEST_LABEL = 150;
    private static final int LABEL_LINES = 3;

    private final Ids ids = new Ids();
    private final Details details = new Details();
    private final Kind.OfState kinds = new Kind.OfState();

    /** One scope while it is turned. */
    private static final class Scope {
        final List<Figure> figures = new ArrayList<>();
        final Map<String, Integer> indexes = new LinkedHashMap<>();
        final List<Arrow> arrows = new ArrayList<>();

        int add(Figure figure) {
            figures.add(figure);
            return figures.size() - 1;
        }
    }

    Drawing drawing(StateMachineDefinition machine) {
        Scope scope = new Scope();
        int start = scope.add(Figure.mark(Kind.START));
        machine.states().values().forEach(state -> scope.indexes.put(state.name(), scope.add(figure(state))));
        machine.startAt()
                .ifPresent(name -> scope.arrows.add(new Arrow(start, target(scope, name), false, List.of(), "")));
        machine.states().values().forEach(state -> arrows(scope, state));
        if (machine.states().values().stream().anyMatch(State::isEnd)) {
            int end = scope.add(Figure.mark(Kind.END));
            machine.states().values().stream()
                    .filter(State::isEnd)
                    .map(state -> new Arrow(scope.indexes.get(state.name()), end, false, List.of(), ""))
                    .forEach(scope.arrows::add);
        }
        List<Size> sizes = scope.figures.stream().map(Figure::size).toList();
        List<Link> links = scope.arrows.stream().map(Arrow::link).toList();
        return new Drawing(List.copyOf(scope.figures), List.copyOf(scope.arrows), LayeredLayout.of(sizes, links));
    }

    private int target(Scope scope, String name) {
        return scope.indexes.computeIfAbsent(name, missing -> {
            Wording wording =
                    new Wording(title(missing), List.of("no such state"), "There is no state \"" + missing + "\".");
            return scope.add(new Figure(Kind.MISSING, ids.of(missing), missing, wording, false, List.of()));
        });
    }

    private static List<String> title(String name) {
        return Lettering.NAME.wrap(name, WIDEST_NAME, 2);
    }

    private Figure figure(State state) {
        Kind kind = state.accept(kinds);
        String detail = state.accept(details);
        Wording wording = new Wording(
                title(state.name()), Lettering.DETAIL.wrap(detail, WIDEST_NAME, 2), tooltip(state, kind, detail));
        return new Figure(
                kind,
                ids.of(state.name()),
                state.name(),
                wording,
                !state.retryRules().isEmpty(),
                panels(state));
    }

    private List<Panel> panels(State state) {
        List<StateMachineDefinition> machines = state.subMachines();
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < machines.size(); i++) {
            panels.add(new Panel(machines.size() == 1 ? "" : "Branch " + (i + 1), drawing(machines.get(i))));
        }
        return panels;
    }

    private static String tooltip(State state, Kind kind, String detail) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(kind.word() + " " + state.name());
        if (!detail.isEmpty()) {
            lines.add(state.text("Resource").orElse(detail));
        }
        state.comment().ifPresent(lines::add);
        state.retryRules().forEach(rule -> lines.add(retry(rule)));
        return lines.toString();
    }

    private static String retry(RetryRule rule) {
        String times = rule.json().path("MaxAttempts").asString("3");
        return "tries again on " + String.join(", ", rule.errorEquals()) + ", " + times + " times at most";
    }

    private void arrows(Scope scope, State state) {
        record Goal(String target, boolean isCatch) {}
        Map<Goal, List<String>> labels = new LinkedHashMap<>();
        for (Transition transition : Transition.of(state)) {
            Goal goal = new Goal(transition.target(), transition.kind() == Transition.Kind.CATCH);
            labels.computeIfAbsent(goal, none -> new ArrayList<>()).add(transition.label());
        }
        labels.forEach((goal, texts) -> {
            List<String> told = texts.stream().filter(text -> !text.isEmpty()).toList();
            scope.arrows.add(new Arrow(
                    scope.indexes.get(state.name()),
                    target(scope, goal.target()),
                    goal.isCatch(),
                    label(told),
                    String.join("\n", told)));
        });
    }

    /** Returns the lines of a label: one condition over several lines, or a few conditions with a line each. */
    private static List<String> label(List<String> texts) {
        if (texts.size() == 1) {
            return Lettering.DETAIL.wrap(texts.get(0), WIDEST_LABEL, LABEL_LINES);
        }
        int shown = texts.size() <= LABEL_LINES ? texts.size() : LABEL_LINES - 1;
        List<String> lines = new ArrayList<>();
        texts.subList(0, shown).forEach(text -> lines.addAll(Lettering.DETAIL.wrap(text, WIDEST_LABEL, 1)));
        if (shown < texts.size()) {
            lines.add("and " + (texts.size() - shown) + " more");
        }
        return lines;
    }
}
