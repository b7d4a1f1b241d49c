package dev.stepwright.benchmarks.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines that were measured, to be looked up. */
final class Results {
    private final List<JsonNode> lines;

    Results(ObjectNode results) {
        this.lines = results.path("lines").valueStream().toList();
    }

    /** Returns transitions per second of CPU time. */
    OptionalDouble perCpuSecond(String peer, String workload, int concurrency) {
        return value(peer, workload, concurrency, "perCpuSecond");
    }

    /** Returns transitions per second of wall clock. */
    OptionalDouble perSecond(String peer, String workload, int concurrency) {
        return value(peer, workload, concurrency, "perSecond");
    }

    private OptionalDouble value(String peer, String workload, int concurrency, String figure) {
        return lines.stream()
                .filter(line -> line.path("peer").asString("").equals(peer))
                .filter(line -> line.path("workload").asString("").equals(workload))
                .filter(line -> line.path("concurrency").asInt(0) == concurrency)
                .mapToDouble(line -> line.path(figure).asDouble(0))
                .findFirst();
    }

    /** Returns the lines of one peer. */
    List<JsonNode> of(String peer) {
        return lines.stream()
                .filter(line -> line.path("peer").asString("").equals(peer))
                .toList();
    }

    /** Returns the peers that ran a workload, in their order. */
    Set<String> peers() {
        Set<String> peers = new LinkedHashSet<>();
        for (JsonNode line : lines) {
            if (line.has("workload")) {
                peers.add(line.path("peer").asString(""));
            }
        }
        return peers;
    }

    /** Returns the lines that failed. */
    List<JsonNode> failures() {
        return lines.stream().filter(line -> line.has("error")).toList();
    }
}
