package dev.stepwright.benchmarks.peer;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Measures loads and prints a line of JSON for each, which the comparing process reads. */
final class Meter {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** How much longer than its CPU time a warm-up takes at most. */
    private static final int PATIENCE = 4;

    private final String peer;
    private final Pace pace;

    Meter(String peer, Pace pace) {
        this.peer = peer;
        this.pace = pace;
    }

    /** What is made anew for each line. */
    @FunctionalInterface
    interface Preparation {
        Load load() throws Exception;
    }

    /** Measures executions of so many transitions, with each number of executions at the same time. */
    void measure(String workload, int transitions, Preparation preparation, int... concurrency) {
        try {
            Load load = preparation.load();
            for (int lanes : concurrency) {
                measure(workload, transitions, load, lanes);
            }
        } catch (Exception | StackOverflowError e) {
            print(line(workload).put("error", String.valueOf(e)));
        }
    }

    private void measure(String workload, int transitions, Load load, int lanes) throws Exception {
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        warmUp(load, lanes);
        for (int round = 0; round < pace.rounds(); round++) {
            long begin = System.nanoTime();
            long cpuBegin = SYSTEM.getProcessCpuTime();
            double done = (double) transitions * load.run(lanes, begin + (long) (pace.round() * 1e9));
            wall.add(done * 1e9 / (System.nanoTime() - begin));
            cpu.add(done * 1e9 / Math.max(SYSTEM.getProcessCpuTime() - cpuBegin, 1));
        }
        ObjectNode line = line(workload).put("concurrency", lanes);
        line.put("perSecond", median(wall)).put("perCpuSecond", median(cpu));
        ArrayNode rounds = line.putArray("rounds");
        wall.forEach(one -> rounds.add(Math.round(one)));
        print(line);
    }

    /** Runs until the process has used as much CPU time as is asked for, so that its code is compiled on a busy machine too. */
    private void warmUp(Load load, int lanes) throws Exception {
        long nanos = (long) (pace.warmUp() * 1e9);
        long begin = System.nanoTime();
        long cpuBegin = SYSTEM.getProcessCpuTime();
        while (SYSTEM.getProcessCpuTime() - cpuBegin < nanos && System.nanoTime() - begin < PATIENCE * nanos) {
            load.run(lanes, System.nanoTime() + nanos / 4);
        }
    }

    private static long median(List<Double> values) {
        return Math.round(values.stream().sorted().toList().get(values.size() / 2));
    }

    private ObjectNode line(String workload) {
        return JsonNodeFactory.instance.objectNode().put("peer", peer).put("workload", workload);
    }

    static void print(ObjectNode line) {
        System.out.println(line);
        System.out.flush();
    }
}
