package dev.stepwright.diagram.report;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.course.HistoryReader;
import dev.stepwright.diagram.course.Visit;
import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.diagram.picture.Lens;
import dev.stepwright.diagram.picture.StateLinks;
import dev.stepwright.diagram.picture.SvgPicture;
import dev.stepwright.runtime.history.Elapsed;
import dev.stepwright.runtime.history.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the page of an execution. */
final class Page {
    private static final int FIRST_EVENTS = 1_000;
    private static final int FIRST_PROBLEMS = 50;

    /** Of so many visits of states that have failed the input stands at the top, too. */
    private static final int MOST_INPUTS = 10;

    /** Of so many events that were searched for, those that begin or end something show their data at once. */
    private static final int MOST_OPENED = 20;

    /** About as many characters have the values of all events together, so that a browser can show them. */
    private static final int ALL_CHARACTERS = 5_000_000;

    private final HtmlPage page;
    private final Markup html;
    private final StateMachineDefinition definition;
    private final List<EventLine> events;
    private final List<EventLine> found;
    private final Course course;
    private final List<Visit> visits;
    private final Instant start;
    private final List<Problem> problems;
    private final Frame frame;
    private final Values values;

    Page(StateMachineDefinition definition, List<HistoryEntry> history, Frame frame) {
        this.page = new HtmlPage(frame.title(), frame.updates());
        this.html = page.markup();
        this.frame = history.isEmpty()
                ? frame
                : frame.notBefore(history.get(history.size() - 1).time());
        this.definition = definition;
        HistoryReader reader = new HistoryReader();
        history.forEach(reader::read);
        this.course = reader.course();
        this.visits = reader.visits();
        this.start = history.isEmpty() ? Instant.EPOCH : history.get(0).time();
        this.events = history.stream()
                .map(entry -> EventLine.of(entry, reader.visitOf(entry.id()).orElse(null), start))
                .toList();
        this.problems = Problem.of(events, reader, definition);
        this.found = found(events, frame.search());
        int shown = Math.min(found.size(), ExecutionReport.MOST_EVENTS);
        int most = Math.min(ExecutionReport.MOST_CHARACTERS, ALL_CHARACTERS / Math.max(1, shown));
        this.values = new Values(page, frame, most);
    }

    private static List<EventLine> found(List<EventLine> events, Frame.@Nullable Search search) {
        return search == null || search.isForAll()
                ? events
                : events.stream()
                        .filter(event ->
                                search.state().isEmpty() || event.state().equals(search.state()))
                        .filter(event -> search.text().isEmpty() || event.has(search.text()))
                        .toList();
    }

    String html() {
        head();
        if (isRunning()) {
            InWork.write(page, frame, visits, events);
        }
        problems();
        values();
        html.open("h2").text("Picture").close("h2").line();
        Frame.Search search = frame.search();
        StateLinks links = search == null ? StateLinks.NONE : new StateLinks(search::of, search.state());
        page.picture(SvgPicture.of(definition, Lens.execution(course), frame.title(), links));
        if (search != null && !search.state().isEmpty()) {
            new ChosenState(page, values, start, frame.now()).write(search.state(), definition, visits, events);
        }
        new StateTable(page, definition, frame, new TimeAxis(start, end())).write(course, visits);
        events();
        return page.end();
    }

    /** Returns until when something has happened, or is going on. */
    private Instant end() {
        Instant last =
                events.isEmpty() ? start : events.get(events.size() - 1).entry().time();
        return isRunning() ? Objects.requireNonNullElse(frame.now(), last) : last;
    }

    private boolean isRunning() {
        return !events.isEmpty() && events.get(events.size() - 1).status().equals("RUNNING");
    }

    private void head() {
        EventLine last = events.isEmpty() ? null : events.get(events.size() - 1);
        String status = last == null ? "NOT STARTED" : last.status();
        if (!frame.from().isEmpty()) {
            html.open("nav");
            frame.from().forEach(link -> page.link(link.address(), link.words()));
            page.link("#states", "States");
            page.link("#events", "Events");
            html.close("nav").line();
        }
        html.open("header").attribute("class", status.toLowerCase(Locale.ROOT));
        page.element("h1", frame.title());
        html.open("div").attribute("class", "facts");
        page.status(status);
        if (last != null) {
            html.text(lasted(status, last) + ", "
                    + events.size() + " events, started at "
                    + events.get(0).entry().time());
        }
        html.close("div").close("header").line();
        html.raw(frame.controls());
        for (Frame.Link link : frame.onwards()) {
            html.open("div");
            page.link(link.address(), link.words());
            html.close("div").line();
        }
    }

    private String lasted(String status, EventLine last) {
        if (!status.equals("RUNNING")) {
            return " after " + last.time();
        }
        String soFar = frame.now() == null ? "" : " for " + Elapsed.text(Duration.between(start, frame.now()));
        return soFar + ", last event after " + last.time();
    }

    private void problems() {
        if (problems.isEmpty()) {
            return;
        }
        page.element("h2", "What went wrong");
        some(problems, FIRST_PROBLEMS, ExecutionReport.MOST_PROBLEMS, this::problem);
    }

    private void problem(Problem problem) {
        EventLine event = problem.event();
        String words = event.time() + " " + event.subject();
        html.open("div");
        if (isShown(event)) {
            page.link("#event-" + event.id(), words);
        } else {
            frame.toState(page, event.state(), words);
        }
        html.text(" ");
        page.element("span", "problem", values.cut(problem.text()));
        html.close("div").line();
    }

    private boolean isShown(EventLine event) {
        int index = found == events ? (int) event.id() - 1 : found.indexOf(event);
        return index >= 0
                && !Range.of(found.size(), FIRST_EVENTS, ExecutionReport.MOST_EVENTS)
                        .contains(index);
    }

    private void values() {
        if (events.isEmpty()) {
            return;
        }
        page.element("h2", "Input and output");
        value(events.get(0), "Input", "input");
        problems.stream()
                .flatMap(problem -> Stream.ofNullable(problem.event().visit()))
                .distinct()
                .limit(MOST_INPUTS)
                .forEach(visit ->
                        value(events.get((int) visit.id() - 1), "Input of " + visit.name() + visit.where(), "input"));
        EventLine last = events.get(events.size() - 1);
        if (last.status().equals("SUCCEEDED")) {
            value(last, "Output", "output");
        }
    }

    private void value(EventLine event, String title, String name) {
        String value = event.data().get(name);
        if (value != null) {
            html.open("details");
            page.element("summary", title);
            values.write(event.id(), name, value);
            html.close("details").line();
        }
    }

    private void events() {
        html.open("h2").attribute("id", "events").text("Events").close("h2");
        if (frame.search() != null) {
            search(frame.search());
        }
        some(found, FIRST_EVENTS, ExecutionReport.MOST_EVENTS, this::event);
    }

    private void search(Frame.Search search) {
        html.open("form").attribute("class", "controls").attribute("action", search.address() + "#events");
        html.open("label").text("Containing ").open("input").attribute("name", "find");
        html.attribute("value", search.text()).close().close("label");
        html.open("button").text("Find").close("button");
        search.kept().forEach(this::hidden);
        if (!search.state().isEmpty()) {
            hidden("state", search.state());
        }
        if (!search.isForAll()) {
            html.open("span").attribute("class", "facts");
            html.text(
                    found.size() + " of " + events.size() + (search.state().isEmpty() ? "" : ", of " + search.state()));
            html.close("span");
            page.link(search.all(), "All events");
        }
        html.close("form").line();
    }

    private void hidden(String name, String value) {
        html.open("input").attribute("type", "hidden").attribute("name", name);
        html.attribute("value", value).close();
    }

    /** Writes the first ones and the last ones, and says how many are between them. */
    private <T> void some(List<T> all, int first, int most, Consumer<T> writer) {
        Range leftOut = Range.of(all.size(), first, most);
        all.subList(0, leftOut.from).forEach(writer);
        if (leftOut.from < leftOut.to) {
            page.element("p", "facts", (leftOut.to - leftOut.from) + " events omitted here.");
        }
        all.subList(leftOut.to, all.size()).forEach(writer);
    }

    /** Which of a list are left out; empty and at its end if none are. */
    private record Range(int from, int to) {
        static Range of(int size, int first, int most) {
            return size <= most ? new Range(size, size) : new Range(first, size - (most - first));
        }

        boolean contains(long index) {
            return from <= index && index < to;
        }
    }

    /** Who looks for a state wants to see what went in and what came out. */
    private boolean isOpened(EventLine event) {
        boolean isAbove = frame.search() != null && !frame.search().state().isEmpty();
        return found != events && !isAbove && found.size() <= MOST_OPENED && event.isTurn();
    }

    private void event(EventLine event) {
        html.open("details").attribute("id", "event-" + event.id());
        html.attribute("class", event.isProblem() ? "bad" : "good");
        if (isOpened(event)) {
            html.attribute("open", "");
        }
        html.open("summary");
        page.element("span", "id", "#" + event.id());
        page.element("span", "time", event.time());
        page.element("span", "type", event.type());
        page.element("span", "subject", event.place());
        html.close("summary");
        event.data().forEach((name, value) -> {
            page.element("div", "facts", name);
            values.write(event.id(), name, value);
        });
        html.close("details").line();
    }
}
