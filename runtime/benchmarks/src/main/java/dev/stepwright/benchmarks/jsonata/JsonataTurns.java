package dev.stepwright.benchmarks.jsonata;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures one evaluation of each {@link ExpressionCase} on our engine and on dashjoin's, and of a plain path beside plain Java, by the
 * CPU time of the thread. Prints a line of JSON for each.
 */
public final class JsonataTurns {
    private JsonataTurns() {}

    /**
     * Measures and prints.
     *
     * @param arguments the number of turns, the seconds of CPU time of a turn, and cases to take instead of all; each may be left out
     */
    public static void main(String[] arguments) throws Exception {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0.3;
        List<String> wanted = List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
        Turns measure = new Turns(turns, seconds);
        if (wanted.isEmpty()) {
            PlainPathBenchmark path = new PlainPathBenchmark();
            double[] nanos = measure.nanosPerCall(List.of(path::stepwright, path::plainJava));
            print("PLAIN_JAVA", ExpressionCase.PLAIN_PATH.text(), nanos);
        }
        for (ExpressionCase one : ExpressionCase.values()) {
            if (wanted.isEmpty() || wanted.contains(one.name())) {
                Contest contest = Contest.of(one);
                double[] nanos = measure.nanosPerCall(List.of(contest::stepwright, contest::dashjoin));
                print(one.name(), one.text(), nanos);
            }
        }
    }

    private static void print(String name, String expression, double[] nanos) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("peer", "jsonata");
        line.put("case", name).put("expression", expression);
        line.put("stepwrightNanos", nanos[0]).put("otherNanos", nanos[1]);
        System.out.println(line);
        System.out.flush();
    }
}
