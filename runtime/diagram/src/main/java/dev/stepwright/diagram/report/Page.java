package dev.stepwright.diagram.report;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.course.Fate;
import dev.stepwright.diagram.course.StateCourse;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.diagram.markup.StyleSheet;
import dev.stepwright.diagram.picture.Lens;
import dev.stepwright.diagram.picture.SvgPicture;
import dev.stepwright.runtime.history.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the page of an execution. */
final class Page {
    private static final String SHEET = StyleSheet.of(Page.class);
    private static final int FIRST = 1_000;

    private final Markup html = new Markup();
    private final StateMachineDefinition definition;
    private final List<EventLine> events;
    private final Course course;
    private final String title;

    Page(StateMachineDefinition definition, List<HistoryEntry> history, String title) {
        this.definition = definition;
        this.course = Course.of(history);
        this.title = title;
        Map<Long, String> states = Course.statesOfEvents(history);
        Instant start = history.isEmpty() ? Instant.EPOCH : history.get(0).time();
        this.events = history.stream()
                .map(entry -> EventLine.of(entry, states.getOrDefault(entry.id(), ""), start))
                .toList();
    }

    String html() {
        html.raw("<!DOCTYPE html>\n").open("html").attribute("lang", "en").open("head");
        html.open("meta").attribute("charset", "utf-8").close();
        html.open("meta").attribute("http-equiv", "Content-Security-Policy");
        html.attribute("content", "default-src 'none'; style-src 'unsafe-inline'")
                .close();
        html.open("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width")
                .close();
        element("title", title);
        html.open("style").raw("\n" + SHEET).close("style").close("head").line();
        html.open("body").line();
        head();
        problems();
        html.open("h2").text("Picture").close("h2").line();
        html.open("div").attribute("class", "picture");
        html.raw(SvgPicture.of(definition, Lens.execution(course), title))
                .close("div")
                .line();
        states();
        events();
        return html.close("body").close("html").line().toString();
    }

    private void element(String name, String text) {
        html.open(name).text(text).close(name);
    }

    private void element(String name, String style, String text) {
        html.open(name).attribute("class", style).text(text).close(name);
    }

    private void head() {
        EventLine last = events.isEmpty() ? null : events.get(events.size() - 1);
        String status = last == null ? "NOT STARTED" : last.status();
        html.open("header").attribute("class", status.toLowerCase(Locale.ROOT));
        element("h1", title);
        html.open("div").attribute("class", "facts");
        element("span", "status", status);
        if (last != null) {
            html.text(" after " + last.time() + ", " + events.size() + " events, started at "
                    + events.get(0).at());
        }
        html.close("div").close("header").line();
    }

    private void problems() {
        List<EventLine> problems = events.stream().filter(EventLine::isProblem).toList();
        if (problems.isEmpty()) {
            return;
        }
        element("h2", "What went wrong");
        for (EventLine event : problems) {
            html.open("div").open("a").attribute("href", "#event-" + event.id());
            html.text(event.time() + " " + event.subject()).close("a");
            html.text(" ");
            element("span", "problem", event.problem());
            html.close("div").line();
        }
    }

    private void states() {
        element("h2", "States");
        html.open("table").open("tr");
        List.of("State", "Entered", "Failed", "Tried again", "Time in all", "At most", "Last error")
                .forEach(name -> element("th", name));
        html.close("tr").line();
        definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .map(State::name)
                .distinct()
                .filter(name -> course.state(name).entered() > 0)
                .forEach(this::state);
        html.close("table").line();
    }

    private void state(String name) {
        StateCourse state = course.state(name);
        html.open("tr");
        element("td", name);
        element("td", "number", String.valueOf(state.entered()));
        element("td", "number", String.valueOf(state.count(Fate.FAILED) + state.count(Fate.CAUGHT)));
        element("td", "number", String.valueOf(state.retries()));
        element("td", "number", seconds(state.inAll()));
        element("td", "number", seconds(state.longest()));
        element("td", "problem", state.error() == null ? "" : state.error());
        html.close("tr").line();
    }

    private void events() {
        element("h2", "Events");
        boolean isCut = events.size() > ExecutionReport.MOST_EVENTS;
        int resume = events.size() - (ExecutionReport.MOST_EVENTS - FIRST);
        for (int i = 0; i < events.size(); i++) {
            if (isCut && i == FIRST) {
                element("p", "facts", (resume - FIRST) + " events are left out here.");
                i = resume;
            }
            event(events.get(i));
        }
    }

    private void event(EventLine event) {
        html.open("details").attribute("id", "event-" + event.id());
        html.attribute("class", event.isProblem() ? "bad" : "good");
        html.open("summary");
        element("span", "id", "#" + event.id());
        element("span", "time", event.time());
        element("span", "type", event.type());
        element("span", "subject", event.state());
        html.close("summary");
        event.data().forEach((name, value) -> {
            element("div", "facts", name);
            element("pre", value);
        });
        html.close("details").line();
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
    }
}
