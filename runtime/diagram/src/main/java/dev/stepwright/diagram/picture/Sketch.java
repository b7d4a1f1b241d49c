package dev.stepwright.diagram.picture;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.Transition;
import dev.stepwright.diagram.course.Way;
import dev.stepwright.diagram.layout.LayeredLayout;
import dev.stepwright.diagram.layout.Link;
import dev.stepwright.diagram.layout.Shelves;
import dev.stepwright.diagram.layout.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a definition into figures and arrows, and gives them their places. For one scope; those within it have their own. */
final class Sketch {
    private static final double GAP = 24;
    private static final Kind.OfState KINDS = new Kind.OfState();

    private final Lens lens;
    private final Ids ids;
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();

    private record Goal(String target, boolean isCatch) {}

    private Sketch(Lens lens, Ids ids) {
        this.lens = lens;
        this.ids = ids;
    }

    static Drawing of(StateMachineDefinition machine, Lens lens) {
        return new Sketch(lens, new Ids()).drawing(machine);
    }

    private Drawing drawing(StateMachineDefinition machine) {
        if (machine.states().isEmpty() && machine.startAt().isEmpty()) {
            return inRows(List.of(Figure.note("There are no states.")));
        }
        int start = add(Figure.mark(Kind.START));
        machine.states().values().forEach(state -> indexes.put(state.name(), add(figure(state))));
        machine.startAt().ifPresent(name -> arrows.add(Arrow.plain(start, target(name), lens.start(name))));
        machine.states().values().forEach(this::arrows);
        ends(machine);
        List<Size> sizes = figures.stream().map(Figure::size).toList();
        List<Link> links = arrows.stream().map(Arrow::link).toList();
        return LayeredLayout.of(sizes, links)
                .map(placement -> new Drawing(figures, arrows, placement))
                .orElseGet(() -> withoutWays(machine.states().size()));
    }

    /** All figures in rows, and a note instead of the arrows. */
    private Drawing withoutWays(int states) {
        List<Figure> shown = new ArrayList<>();
        shown.add(Figure.note("Too many transitions between these " + states + " states to draw."));
        figures.stream().filter(figure -> !figure.kind().isMark()).forEach(shown::add);
        return inRows(shown);
    }

    private static Drawing inRows(List<Figure> shown) {
        return new Drawing(
                shown, List.of(), Shelves.of(shown.stream().map(Figure::size).toList(), GAP));
    }

    private int add(Figure figure) {
        figures.add(figure);
        return figures.size() - 1;
    }

    private int target(String name) {
        return indexes.computeIfAbsent(name, missing -> {
            Wording wording = Wording.ofMissing(missing);
            return add(new Figure(Kind.MISSING, ids.of(missing), missing, wording, false, Trail.NONE, List.of()));
        });
    }

    private Figure figure(State state) {
        Kind kind = state.accept(KINDS);
        String name = state.name();
        Trail trail = lens.state(name);
        boolean hasRetry = !state.retryRules().isEmpty();
        return new Figure(kind, ids.of(name), name, Wording.of(state, kind, trail), hasRetry, trail, panels(state));
    }

    private List<Panel> panels(State state) {
        List<StateMachineDefinition> machines = state.subMachines();
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < machines.size(); i++) {
            String caption = machines.size() == 1 ? "" : "Branch " + (i + 1);
            panels.add(new Panel(caption, new Sketch(lens.within(state), ids).drawing(machines.get(i))));
        }
        return panels;
    }

    private void arrows(State state) {
        Map<Goal, List<String>> labels = new LinkedHashMap<>();
        for (Transition transition : Transition.of(state)) {
            Goal goal = new Goal(transition.target(), transition.kind() == Transition.Kind.CATCH);
            labels.computeIfAbsent(goal, none -> new ArrayList<>()).add(transition.label());
        }
        labels.forEach((goal, texts) -> {
            Way way = new Way(state.name(), goal.target(), goal.isCatch());
            boolean isOnly = !labels.containsKey(new Goal(goal.target(), !goal.isCatch()));
            List<String> told = texts.stream().filter(text -> !text.isEmpty()).toList();
            int from = indexes.getOrDefault(state.name(), 0);
            arrows.add(Arrow.labelled(from, target(goal.target()), goal.isCatch(), told, lens.way(way, isOnly)));
        });
    }

    private void ends(StateMachineDefinition machine) {
        List<State> last =
                machine.states().values().stream().filter(State::isEnd).toList();
        if (!last.isEmpty()) {
            int end = add(Figure.mark(Kind.END));
            last.forEach(state ->
                    arrows.add(Arrow.plain(indexes.getOrDefault(state.name(), 0), end, lens.end(state.name()))));
        }
    }
}
