package dev.stepwright.diagram.report;

import dev.stepwright.diagram.course.Fate;
import dev.stepwright.diagram.course.Visit;
import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.runtime.history.Elapsed;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Writes what an execution that runs is doing: the states that it is in, without those around them. */
final class InWork {
    /** An inline Map may have as many iterations in work as it likes. */
    static final int MOST = 20;

    private InWork() {}

    /**
     * Writes nothing if the execution is in no state.
     *
     * @param visits of all states
     * @param events of the execution
     */
    static void write(HtmlPage page, Frame frame, List<Visit> visits, List<EventLine> events) {
        List<Visit> open = innermost(visits);
        if (open.isEmpty()) {
            return;
        }
        Map<Visit, EventLine> last = new HashMap<>();
        events.forEach(event -> {
            if (event.visit() != null) {
                last.put(event.visit(), event);
            }
        });
        page.element("h2", "In work");
        page.markup().open("table").open("tr");
        Stream.of("State", "Since", frame.now() == null ? "" : "For", "Retries", "Last event")
                .filter(name -> !name.isEmpty())
                .forEach(name -> page.element("th", name));
        page.markup().close("tr").line();
        open.stream().limit(MOST).forEach(visit -> row(page, frame, visit, Objects.requireNonNull(last.get(visit))));
        page.markup().close("table").line();
        if (open.size() > MOST) {
            page.element("p", "facts", "And " + (open.size() - MOST) + " more.");
        }
    }

    private static void row(HtmlPage page, Frame frame, Visit visit, EventLine last) {
        page.markup().open("tr").open("td");
        frame.toState(page, visit.name(), visit.name() + visit.where());
        page.markup().close("td");
        page.element("td", "facts", visit.start().toString());
        if (frame.now() != null) {
            page.element("td", "number", Elapsed.text(Duration.between(visit.start(), frame.now())));
        }
        page.element("td", "number", String.valueOf(visit.retries()));
        page.element("td", last.isProblem() ? "problem" : "", last.isProblem() ? waiting(last) : last.type());
        page.markup().close("tr").line();
    }

    /** The state is entered still, so it has not failed: it is tried again later. */
    private static String waiting(EventLine failure) {
        String problem = failure.problem();
        return failure.type() + (problem.isEmpty() ? "" : ": " + problem) + ", to be retried";
    }

    private static List<Visit> innermost(List<Visit> visits) {
        List<Visit> open =
                visits.stream().filter(visit -> visit.fate() == Fate.RUNNING).toList();
        Set<Visit> around = new HashSet<>();
        open.forEach(visit -> visit.parent().ifPresent(around::add));
        return open.stream().filter(visit -> !around.contains(visit)).toList();
    }
}
