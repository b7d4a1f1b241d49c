package dev.stepwright.benchmarks.peer;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The documents of the Serverless Workflow specification that come closest to the workloads; their expressions are jq. */
final class ServerlessDocuments {
    private ServerlessDocuments() {}

    /** Returns the document for a workload, as YAML. */
    static String of(String workload) {
        String head = """
                document:
                  dsl: '1.0.0'
                  namespace: stepwright
                  name: %s
                  version: '1.0.0'
                do:
                """.formatted(workload);
        return head
                + switch (workload) {
                    case "w1" -> steps("""
                          - step%1$d:
                              set: '${ . + { step%1$d: { step: %1$d, order: .order.id, customer: .order.customer.name, first: .order.lines[0] } } }'
                        """);
                    case "w2" -> """
                          - count:
                              set:
                                count: '${ .count + 1 }'
                              then: more
                          - more:
                              switch:
                                - again:
                                    when: .count < 1000
                                    then: count
                                - default:
                                    then: exit
                        """;
                    case "w3" -> """
                          - each:
                              for:
                                each: one
                                in: .items
                              do:
                                - take:
                                    set: '${ { n: $one.n, unit: 1 } }'
                                - add:
                                    set: '${ . + { more: 3 } }'
                                - total:
                                    set: '${ { sum: (.n + .more) } }'
                        """;
                    case "w4" ->
                        """
                          - all:
                              fork:
                                compete: false
                                branches:
                        """ + IntStream.range(0, 10).mapToObj("""
                                        - branch%1$d:
                                            set: '${ { branch: %1$d, value: .value } }'
                                """::formatted).collect(Collectors.joining());
                    case "w6" -> steps("""
                          - step%1$d:
                              call: http
                              with:
                                method: get
                                endpoint: 'http://localhost:1/done'
                              output:
                                as: '$input + { step%1$d: . }'
                        """);
                    default -> throw new IllegalArgumentException("there is no document for " + workload);
                };
    }

    private static String steps(String template) {
        return IntStream.rangeClosed(1, 10).mapToObj(template::formatted).collect(Collectors.joining());
    }
}
