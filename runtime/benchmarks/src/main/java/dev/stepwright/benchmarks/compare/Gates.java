package dev.stepwright.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** What is to be reached: in memory by CPU time, which other work on the machine disturbs little; on disk by the wall clock. */
final class Gates {
    private static final String OURS = "stepwright";
    private static final String DURABLE = "stepwright, durable";
    private static final String JOURNAL = "file journal, group commit";
    private static final double FLAT = 1.05;

    private final Results results;
    private final List<Gate> gates = new ArrayList<>();

    private Gates(Results results) {
        this.results = results;
    }

    static List<Gate> of(Results results) {
        Gates gates = new Gates(results);
        gates.inMemory();
        gates.express();
        gates.durable();
        gates.jsonata();
        return gates.gates;
    }

    private void inMemory() {
        for (String workload : List.of("w1", "w2", "w3", "w4")) {
            beside(workload, "aws-local-stepfunctions", 20);
        }
        beside("w6", "aws-local-stepfunctions", 10);
        for (String workload : List.of("w1", "w3", "w4", "w6")) {
            beside(workload, "serverlessworkflow-impl", 3);
        }
        beside("w5", "dashjoin, expressions only", 3);
        for (String workload : List.of("w1", "w2", "w3", "w4", "w5", "w6")) {
            gates.add(Gate.least(
                    workload + ": with history ÷ without",
                    0.4,
                    Gate.ratio(
                            results.perCpuSecond("stepwright, history", workload, 1),
                            results.perCpuSecond(OURS, workload, 1))));
        }
    }

    private void beside(String workload, String peer, double least) {
        gates.add(Gate.least(
                workload + ": stepwright ÷ " + peer,
                least,
                Gate.ratio(results.perCpuSecond(OURS, workload, 1), results.perCpuSecond(peer, workload, 1))));
    }

    private void express() {
        for (JsonNode line : results.of("express")) {
            gates.add(Gate.least("Express, 5 states: starts a second", 100_000, figure(line, "perSecond")));
            gates.add(Gate.most("Express: errors", 0, figure(line, "errors")));
            gates.add(Gate.most(
                    "Express: heap after ÷ before",
                    FLAT,
                    Gate.ratio(figure(line, "heapAfter"), figure(line, "heapBefore"))));
        }
    }

    private void durable() {
        gates.add(Gate.least(
                "w6 durable, 256 at once ÷ file journal",
                0.8,
                Gate.ratio(results.perSecond(DURABLE, "w6", 256), results.perSecond(JOURNAL, "w6", 256))));
        gates.add(Gate.least(
                "w6 durable, one at a time ÷ file journal",
                0.6,
                Gate.ratio(results.perSecond(DURABLE, "w6", 1), results.perSecond(JOURNAL, "w6", 1))));
        gates.add(Gate.least(
                "w6 durable, 256 at once ÷ DBOS, 16 at once",
                15,
                Gate.ratio(results.perSecond(DURABLE, "w6", 256), results.perSecond("DBOS on PostgreSQL", "w6", 16))));
    }

    private void jsonata() {
        for (JsonNode line : results.of("jsonata")) {
            OptionalDouble ours = figure(line, "stepwrightNanos");
            OptionalDouble other = figure(line, "otherNanos");
            boolean plain = line.path("case").asString("").equals("PLAIN_JAVA");
            gates.add(
                    plain
                            ? Gate.most("plain path: time ÷ plain Java", 4, Gate.ratio(ours, other))
                            : Gate.least(
                                    "JSONata " + line.path("case").asString("") + ": dashjoin's time ÷ ours",
                                    5,
                                    Gate.ratio(other, ours)));
        }
        gates.add(Gate.least(
                "JSONata w5, expressions only: stepwright ÷ dashjoin",
                5,
                Gate.ratio(
                        results.perCpuSecond("stepwright, expressions only", "w5", 1),
                        results.perCpuSecond("dashjoin, expressions only", "w5", 1))));
    }

    private static OptionalDouble figure(JsonNode line, String name) {
        return line.path(name).isNumber() ? OptionalDouble.of(line.path(name).doubleValue()) : OptionalDouble.empty();
    }
}
