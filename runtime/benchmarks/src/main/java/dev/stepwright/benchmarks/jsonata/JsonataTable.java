package dev.stepwright.benchmarks.jsonata;

import java.util.List;
import java.util.Locale;

/** Prints how much CPU time one evaluation takes on our engine and on dashjoin's, for each {@link ExpressionCase}. */
public final class JsonataTable {
    private JsonataTable() {}

    /**
     * Measures and prints.
     *
     * @param arguments the number of turns, the seconds of a turn, and cases to take instead of all; each may be left out
     */
    public static void main(String[] arguments) throws Exception {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0.3;
        List<String> wanted = List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
        Turns measure = new Turns(turns, seconds);
        for (ExpressionCase one : ExpressionCase.values()) {
            if (wanted.isEmpty() || wanted.contains(one.name())) {
                Contest contest = Contest.of(one);
                double[] nanos = measure.nanosPerCall(List.of(contest::stepwright, contest::dashjoin));
                System.out.printf(
                        Locale.ROOT,
                        "%-17s %12.0f ns %12.0f ns %6.1fx%n",
                        one,
                        nanos[0],
                        nanos[1],
                        nanos[1] / nanos[0]);
            }
        }
    }
}
