package dev.stepwright.benchmarks.peer;

import dev.stepwright.benchmarks.jsonata.Contest;
import dev.stepwright.benchmarks.workload.Workload;
import dev.stepwright.benchmarks.workload.Workloads;

/** The expressions of w5 on the two JSONata engines, without a state machine around them. */
final class Dashjoin {
    private Dashjoin() {}

    static void measure(Pace pace) {
        Workload workload = Workloads.of("w5");
        Contest contest = new Contest(Workloads.EXPRESSIONS, workload.input());
        workload.checked(contest.stepwright());
        new Meter("dashjoin, expressions only", pace)
                .measure("w5", workload.transitions(), () -> Load.ofCalls(contest::dashjoin), 1);
        new Meter("stepwright, expressions only", pace)
                .measure("w5", workload.transitions(), () -> Load.ofCalls(contest::stepwright), 1);
    }
}
