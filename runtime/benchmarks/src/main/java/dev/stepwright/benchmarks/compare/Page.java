package dev.stepwright.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The results as Markdown. */
final class Page {
    private static final String BEGIN = "<!-- results: written by compare -->";
    private static final String END = "<!-- end of results -->";
    private static final List<String> WORKLOADS = List.of("w1", "w2", "w3", "w4", "w5", "w6");

    private final Results results;
    private final StringBuilder out = new StringBuilder();

    private Page(ObjectNode results) {
        this.results = new Results(results);
    }

    static String of(ObjectNode results) {
        Page page = new Page(results);
        ObjectNode machine = (ObjectNode) results.path("machine");
        if (machine.path("quick").asBoolean(false)) {
            page.line(
                    "**Preliminary:** the quick form, which measures code that is hardly compiled yet; it only shows that everything works.\n");
        }
        page.line(Machine.sentence(machine) + "\n");
        page.inMemory();
        page.onDisk();
        page.express();
        page.jsonata();
        page.gates();
        results.path("skipped").forEach(reason -> page.line("- " + reason.asString("")));
        return page.out.toString();
    }

    /**
     * Tells whether a page can take the tables, before they are measured.
     *
     * @throws IllegalArgumentException if it is not there, or lacks the two marks
     */
    static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is no file; --markdown names a page that is there");
        }
        String page = Files.readString(file);
        if (page.indexOf(BEGIN) < 0 || page.indexOf(END) < page.indexOf(BEGIN)) {
            throw new IllegalArgumentException(file + " lacks the lines " + BEGIN + " and " + END);
        }
    }

    /** Replaces what stands between the two marks of a page. */
    static void writeInto(Path file, String tables) throws IOException {
        check(file);
        String page = Files.readString(file);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        Files.writeString(file, page.substring(0, begin) + BEGIN + "\n" + tables + page.substring(end));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void inMemory() {
        line("### In memory\n");
        line(
                "State transitions per second of CPU time, in thousands; in brackets per second of wall clock. One execution at a time.\n");
        line("| | w1 Pass | w2 loop | w3 Map | w4 Parallel | w5 JSONata | w6 Task |\n|---|---|---|---|---|---|---|");
        for (String peer : results.peers()) {
            boolean any = WORKLOADS.stream()
                    .anyMatch(one -> results.perSecond(peer, one, 1).isPresent());
            if (!any || results.perSecond(peer, "w6", 16).isPresent()) {
                continue;
            }
            StringBuilder row = new StringBuilder("| " + peer + " |");
            for (String workload : WORKLOADS) {
                row.append(' ').append(cell(peer, workload, 1)).append(" |");
            }
            line(row.toString());
        }
        results.failures()
                .forEach(failure -> line("\n" + failure.path("peer").asString("") + " "
                        + failure.path("workload").asString("") + ": "
                        + start(failure.path("error").asString(""))));
        line("");
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), 160));
    }

    private String cell(String peer, String workload, int concurrency) {
        OptionalDouble cpu = results.perCpuSecond(peer, workload, concurrency);
        OptionalDouble wall = results.perSecond(peer, workload, concurrency);
        return cpu.isEmpty() || wall.isEmpty()
                ? "–"
                : thousands(cpu.getAsDouble()) + " (" + thousands(wall.getAsDouble()) + ")";
    }

    private static String thousands(double value) {
        double thousand = value / 1000;
        return String.format(Locale.ROOT, thousand < 100 ? "%,.1f" : "%,.0f", thousand);
    }

    private void onDisk() {
        line("### On disk: w6\n");
        line(
                "Transitions per second of wall clock, in brackets per second of CPU time, in thousands, by executions at the same time.\n");
        line("| | 1 | 16 | 256 |\n|---|---|---|---|");
        for (String peer : results.peers()) {
            if (results.perSecond(peer, "w6", 16).isPresent()) {
                StringBuilder row = new StringBuilder("| " + peer + " |");
                for (int lanes : new int[] {1, 16, 256}) {
                    row.append(' ').append(onDisk(peer, lanes)).append(" |");
                }
                line(row.toString());
            }
        }
        line("");
    }

    private String onDisk(String peer, int lanes) {
        OptionalDouble wall = results.perSecond(peer, "w6", lanes);
        OptionalDouble cpu = results.perCpuSecond(peer, "w6", lanes);
        return wall.isEmpty() || cpu.isEmpty()
                ? "–"
                : thousands(wall.getAsDouble()) + " (" + thousands(cpu.getAsDouble()) + ")";
    }

    private void express() {
        line("### Express\n");
        for (JsonNode line : results.of("express")) {
            line(String.format(
                    Locale.ROOT,
                    "In process, 5 states: %,d starts a second for %.0f s, %d errors, heap after a collection %.1f MiB before and %.1f MiB after.%n",
                    line.path("perSecond").asLong(0),
                    line.path("seconds").asDouble(0),
                    line.path("errors").asLong(0),
                    line.path("heapBefore").asLong(0) / 1048576.0,
                    line.path("heapAfter").asLong(0) / 1048576.0));
        }
        for (JsonNode line : results.of("http")) {
            line(String.format(
                    Locale.ROOT,
                    "- over HTTP, %s: %,d a second, %,d per second of the server's CPU time",
                    line.path("call").asString(""),
                    line.path("perSecond").asLong(0),
                    line.path("perCpuSecond").asLong(0)));
        }
        line("");
    }

    private void jsonata() {
        line("### JSONata\n");
        line("CPU time of one evaluation, nanoseconds.\n");
        line("| | expression | stepwright | other | ratio |\n|---|---|---|---|---|");
        for (JsonNode line : results.of("jsonata")) {
            double ours = line.path("stepwrightNanos").asDouble(0);
            double other = line.path("otherNanos").asDouble(0);
            String name = line.path("case").asString("");
            line(String.format(
                    Locale.ROOT,
                    "| %s | `%s` | %,.0f | %s %,.0f | %.1f |",
                    name.toLowerCase(Locale.ROOT).replace('_', ' '),
                    line.path("expression").asString("").replace("|", "\\|"),
                    ours,
                    name.equals("PLAIN_JAVA") ? "plain Java" : "dashjoin",
                    other,
                    other / ours));
        }
        line("");
    }

    private void gates() {
        line("### Gates\n\n| | asked | found | |\n|---|---|---|---|");
        Gates.of(results).forEach(gate -> line(gate.row()));
        line("");
    }
}
