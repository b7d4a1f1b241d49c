package dev.stepwright.diagram.report;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.course.Fate;
import dev.stepwright.diagram.course.StateCourse;
import dev.stepwright.diagram.course.Visit;
import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.runtime.history.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what an execution has done with each of its states: how often, how long, and when. */
final class StateTable {
    private final HtmlPage page;
    private final Markup html;
    private final StateMachineDefinition definition;
    private final Frame frame;
    private final TimeAxis axis;

    StateTable(HtmlPage page, StateMachineDefinition definition, Frame frame, TimeAxis axis) {
        this.page = page;
        this.html = page.markup();
        this.definition = definition;
        this.frame = frame;
        this.axis = axis;
    }

    /** @param visits of all states, in the order in which they were entered */
    void write(Course course, List<Visit> visits) {
        html.open("h2").attribute("id", "states").text("States").close("h2");
        html.open("table").open("tr");
        List.of("State", "Entered", "Failed", "Retries", "Total time", "Longest", "When", "Last error")
                .forEach(name -> page.element("th", name));
        html.close("tr").line();
        Map<String, List<Visit>> byState =
                visits.stream().collect(Collectors.groupingBy(Visit::name, LinkedHashMap::new, Collectors.toList()));
        byState.forEach((name, own) -> state(name, course.state(name), own));
        html.close("table").line();
    }

    private void state(String name, StateCourse state, List<Visit> visits) {
        html.open("tr").open("td");
        frame.toState(page, name, name);
        html.close("td");
        page.element("td", "number", String.valueOf(state.entered()));
        page.element("td", "number", String.valueOf(state.count(Fate.FAILED) + state.count(Fate.CAUGHT)));
        page.element("td", "number", String.valueOf(state.retries()));
        boolean isOpen = state.count(Fate.RUNNING) > 0;
        page.element("td", "number", isOpen ? soFar(visits) : Elapsed.text(state.inAll()));
        page.element("td", "number", isOpen ? "" : Elapsed.text(state.longest()));
        html.open("td");
        axis.write(html, visits);
        html.close("td");
        page.element(
                "td",
                "problem",
                Optional.ofNullable(state.error())
                        .or(() -> Problem.defined(definition, name))
                        .orElse(""));
        html.close("tr").line();
    }

    /** The time of a state that is in work is known only where it is known what time it is. */
    private String soFar(List<Visit> visits) {
        Instant now = frame.now();
        if (now == null) {
            return "running";
        }
        Duration all = visits.stream()
                .map(visit -> Duration.between(visit.start(), visit.end().orElse(now)))
                .reduce(Duration.ZERO, Duration::plus);
        return Elapsed.text(all) + " so far";
    }
}
