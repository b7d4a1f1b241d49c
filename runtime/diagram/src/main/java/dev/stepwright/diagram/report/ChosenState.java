package dev.stepwright.diagram.report;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.course.Fate;
import dev.stepwright.diagram.course.Visit;
import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.history.Elapsed;
import dev.stepwright.runtime.history.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what one state has done each time it was entered: what went in, what came out, and what it has assigned, side by side. */
final class ChosenState {
    static final String ID = "state";

    /** Of more visits those that matter most are shown. */
    static final int MOST = 20;

    private final HtmlPage page;
    private final Markup html;
    private final Values values;
    private final Instant start;
    private final @Nullable Instant now;

    /**
     * @param start of the execution
     * @param now until when a visit that goes on has lasted; null if that is not known
     */
    ChosenState(HtmlPage page, Values values, Instant start, @Nullable Instant now) {
        this.page = page;
        this.html = page.markup();
        this.values = values;
        this.start = start;
        this.now = now;
    }

    /**
     * Writes the part of the page; it says so if the state was not entered.
     *
     * @param visits of all states
     * @param events of all states
     */
    void write(String name, StateMachineDefinition definition, List<Visit> visits, List<EventLine> events) {
        html.open("h2").attribute("id", ID).text("State " + name).close("h2").line();
        definition.scopes().stream()
                .flatMap(scope -> Stream.ofNullable(scope.states().get(name)))
                .findFirst()
                .ifPresent(state -> {
                    html.open("details");
                    page.element("summary", "Definition");
                    values.write(JsonText.pretty(state.json()));
                    html.close("details").line();
                });
        List<Visit> own =
                visits.stream().filter(visit -> visit.name().equals(name)).toList();
        if (own.isEmpty()) {
            page.element("p", "facts", "This state has not been entered.");
        }
        List<Visit> shown = own.size() <= MOST
                ? own
                : own.stream()
                        .sorted(Comparator.comparing(Visit::fate))
                        .limit(MOST)
                        .toList();
        if (shown.size() < own.size()) {
            page.element(
                    "p",
                    "facts",
                    "Entered " + own.size() + " times; here are " + MOST
                            + " of them, first those that run or have failed.");
        }
        Map<Visit, List<EventLine>> byVisit = events.stream()
                .filter(event -> event.visit() != null && event.visit().name().equals(name))
                .collect(Collectors.groupingBy(EventLine::visit));
        shown.forEach(visit -> visit(visit, byVisit.getOrDefault(visit, List.of())));
    }

    private void visit(Visit visit, List<EventLine> events) {
        html.open("div").attribute("class", "visit").open("div");
        boolean isBad = visit.fate() == Fate.FAILED || visit.fate() == Fate.CAUGHT;
        page.element("strong", isBad ? "problem" : "", words(visit.fate()));
        page.element("span", "facts", facts(visit));
        html.close("div").open("div").attribute("class", "sides");
        for (EventLine event : events) {
            if (event.id() == visit.id()) {
                value(event, "Input", "input");
            }
        }
        last(events, Event.TaskScheduled.class).ifPresent(event -> {
            value(event, "Task input", "parameters");
            value(event, "Task input", "input");
        });
        last(events, Event.TaskSucceeded.class).ifPresent(event -> value(event, "Task result", "output"));
        last(events, Event.StateExited.class).ifPresent(event -> {
            value(event, "Output", "output");
            assigned((Event.StateExited) event.entry().event());
        });
        events.stream().filter(EventLine::isProblem).reduce((one, next) -> next).ifPresent(event -> {
            side("Last error");
            values.write(event.problem().isEmpty() ? event.type() : event.problem());
            html.close("div");
        });
        html.close("div").close("div").line();
    }

    private static Optional<EventLine> last(List<EventLine> events, Class<? extends Event> type) {
        return events.stream()
                .filter(event -> type.isInstance(event.entry().event()))
                .reduce((one, next) -> next);
    }

    private void value(EventLine event, String title, String name) {
        String value = event.data().get(name);
        if (value != null) {
            side(title);
            values.write(event.id(), name, value);
            html.close("div");
        }
    }

    private void assigned(Event.StateExited exited) {
        if (!exited.assigned().isEmpty()) {
            ObjectNode variables = JsonNodeFactory.instance.objectNode();
            exited.assigned().forEach(variables::set);
            side("Assigned variables");
            values.write(JsonText.pretty(variables));
            html.close("div");
        }
    }

    private void side(String title) {
        html.open("div");
        page.element("div", "facts", title);
    }

    private String facts(Visit visit) {
        StringBuilder facts = new StringBuilder(visit.where());
        Instant end = visit.end().orElse(now);
        if (end != null) {
            facts.append(visit.fate() == Fate.RUNNING ? " for " : " after ")
                    .append(Elapsed.text(Duration.between(visit.start(), end)));
        }
        facts.append(", entered at ").append(Elapsed.text(Duration.between(start, visit.start())));
        if (visit.retries() > 0) {
            facts.append(", retried ").append(visit.retries() == 1 ? "once" : visit.retries() + " times");
        }
        return facts.toString();
    }

    private static String words(Fate fate) {
        return switch (fate) {
            case RUNNING -> "Running";
            case FAILED -> "Failed";
            case CAUGHT -> "Failed and caught";
            case STOPPED -> "Stopped";
            case PASSED -> "Passed";
        };
    }
}
