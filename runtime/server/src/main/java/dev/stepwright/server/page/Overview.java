package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.ListStateMachines;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the first page: all machines, and the newest executions. */
final class Overview {
    /** As many as the API takes in a call. */
    private static final int MACHINES = 1_000;

    private static final int MOST_EXECUTIONS = 100;

    /** It takes a call, or several, to have the executions of a machine. */
    private static final int MOST_ASKED = 100;

    /** Among fewer machines one finds one without a search. */
    private static final int FEW = 20;

    private static final String MACHINE = "machine";

    private static final String CREATE = """
            export AWS_ACCESS_KEY_ID=KEY AWS_SECRET_ACCESS_KEY=KEY AWS_DEFAULT_REGION=us-east-1
            aws stepfunctions create-state-machine --endpoint-url SCHEME://HOST --name order \\
              --definition file://order.asl.json --role-arn arn:aws:iam::123456789012:role/any
            """;

    private final Calls calls;
    private final InstantSource clock;
    private final Pages.Visitor visitor;

    /** @param clock tells how long has lasted what runs */
    Overview(Calls calls, InstantSource clock, Pages.Visitor visitor) {
        this.calls = calls;
        this.clock = clock;
        this.visitor = visitor;
    }

    /** @param host how the browser names this server; null if it does not tell */
    String of(Form query, @Nullable String host) {
        List<ListStateMachines.Item> machines = machines();
        HtmlPage page = new HtmlPage("Stepwright");
        if (visitor.name() != null) {
            Login.user(page.markup(), visitor.name());
        }
        page.element("h1", "State machines");
        page.markup().open("nav");
        page.link(Designer.PATH, "New state machine");
        if (!machines.isEmpty()) {
            page.link(ExecutionTable.PLACE, "Newest executions");
        }
        page.markup().close("nav").line();
        if (machines.isEmpty()) {
            page.element(
                    "p",
                    "There are no state machines yet. Create one in the designer, or with any AWS client that uses this endpoint:");
            page.element(
                    "pre",
                    CREATE.replace("KEY=KEY", visitor.name() == null ? "KEY=any" : "KEY=...")
                            .replace("ID=KEY", visitor.name() == null ? "ID=any" : "ID=...")
                            .replace("SCHEME", visitor.scheme())
                            .replace("HOST", host == null ? "127.0.0.1:8083" : host));
            return page.end();
        }
        Selection selection = Selection.of(query);
        String wanted = query.text(MACHINE);
        if (machines.size() > FEW || !wanted.isEmpty()) {
            search(page.markup(), wanted, selection);
        }
        List<ListStateMachines.Item> found =
                machines.stream().filter(machine -> isFound(machine, wanted)).toList();
        List<ListStateMachines.Item> kept = found.stream()
                .filter(machine -> machine.type().equals("STANDARD"))
                .toList();
        List<ListStateMachines.Item> asked = youngest(kept);
        new MachineTable(page, calls).write(found, asked);
        ExecutionTable table = new ExecutionTable(page, "/", selection, clock.instant())
                .titled("Newest executions")
                .filter(MACHINE, wanted);
        if (kept.size() > MOST_ASKED) {
            page.element(
                    "p",
                    "facts",
                    "Shows executions of the " + MOST_ASKED
                            + " newest machines. For the others, open the machine's page.");
        }
        List<Selection.Part> parts = asked.stream()
                .flatMap(machine -> part(machine, asked.size(), selection).stream())
                .toList();
        if (parts.size() < asked.size()) {
            page.element(
                    "p",
                    "facts",
                    "Not shown are executions of machines of which you may not list them: "
                            + (asked.size() - parts.size()) + " of " + asked.size() + ".");
        }
        table.write(newest(parts));
        return page.end();
    }

    /** Returns nothing for a machine of which this visitor may not list the executions. */
    private Optional<Selection.Part> part(ListStateMachines.Item machine, int among, Selection selection) {
        try {
            return Optional.of(selection.of(calls, "stateMachineArn", machine.stateMachineArn(), among));
        } catch (ApiError e) {
            if (e.isAccessDenied()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<ListStateMachines.Item> machines() {
        List<ListStateMachines.Item> machines = new ArrayList<>();
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("maxResults", MACHINES);
        String next;
        do {
            ListStateMachines.Answer some = calls.now(ListStateMachines.Answer.class, "ListStateMachines", request);
            machines.addAll(some.stateMachines());
            next = some.nextToken();
            request.put("nextToken", next);
        } while (next != null);
        machines.sort(Comparator.comparing(ListStateMachines.Item::name));
        return machines;
    }

    private static boolean isFound(ListStateMachines.Item machine, String wanted) {
        return machine.name().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    /** Writes what selects machines and leaves the selection of executions as it is. */
    private static void search(Markup html, String wanted, Selection selection) {
        html.open("form").attribute("class", "controls").attribute("action", "/");
        Controls.kept(html, "status", selection.status());
        Controls.kept(html, "name", selection.name());
        Controls.field(html, "Name of machine contains", MACHINE, wanted);
        html.open("button").text("Show").close("button").close("form").line();
    }

    private static List<ListStateMachines.Item> youngest(List<ListStateMachines.Item> machines) {
        return machines.stream()
                .sorted(Comparator.comparing(ListStateMachines.Item::creationDate)
                        .reversed())
                .limit(MOST_ASKED)
                .toList();
    }

    private static Selection.Part newest(List<Selection.Part> parts) {
        return new Selection.Part(
                parts.stream()
                        .flatMap(part -> part.items().stream())
                        .sorted(Comparator.comparing(ListExecutions.Item::startDate)
                                .reversed())
                        .limit(MOST_EXECUTIONS)
                        .toList(),
                null,
                parts.stream().mapToInt(Selection.Part::looked).max().orElse(0));
    }
}
