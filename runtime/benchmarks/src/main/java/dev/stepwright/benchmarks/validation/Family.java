package dev.stepwright.benchmarks.validation;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Definitions of one form and any size.
 *
 * @param name what the table calls them
 * @param size that of the larger one of two whose times are compared: states, rules or levels
 * @param text the definition of a size
 */
record Family(String name, int size, IntFunction<String> text) {
    private static final int STATES = 10_000;

    /** Chains of ten thousand states of each kind. */
    static List<Family> chains() {
        return List.of(
                chain("Lambda tasks with Retry and Catch", Family::call),
                chain("tasks that write into a field each", i -> """
                        "Type":"Task","Resource":"arn:aws:states:::lambda:invoke","ResultPath":"$.r%d",
                        "Parameters":{"FunctionName":"f","Payload":{"x.$":"$.in%d"}}""".formatted(i, i)),
                chain("JSONata tasks", i -> """
                        "Type":"Task","QueryLanguage":"JSONata","Resource":"arn:aws:states:::lambda:invoke",
                        "Arguments":{"FunctionName":"f","Payload":"{%% $states.input.in%d %%}"},
                        "Output":{"last":"{%% $states.result.Payload %%}","in%d":"{%% $states.input.in%d %%}"}""".formatted(i, i + 1, i + 1)),
                chain("passes that assign a variable", i -> """
                        "Type":"Pass","Assign":{"v%d.$":"$.total"},"Parameters":{"total.$":"$.total"}""".formatted(i % 50)),
                chain("passes that nest their input", i -> """
                        "Type":"Pass","Parameters":{"x%d.$":"$"}""".formatted(i % 7)),
                chain("waits", i -> "\"Type\":\"Wait\",\"SecondsPath\":\"$.seconds%d\"".formatted(i)),
                chain("Maps with a state each", Family::items).ofSize(STATES / 2),
                chain("Parallels with a state in each of two branches", Family::twoBranches)
                        .ofSize(STATES / 3),
                choices());
    }

    /** Forms in which work could grow faster than the definition. */
    static List<Family> growing() {
        return List.of(
                choices(),
                new Family("rules of one Choice that all come back", STATES, Family::rules),
                new Family("Parallels in one another", 100, Nested::parallels),
                new Family("Parallels of two branches in one another", 1 << 12, Nested::tree),
                new Family("Maps in one another, each in a loop", 40, Nested::maps),
                new Family("passes in a ring", STATES, Family::ring));
    }

    private Family ofSize(int states) {
        return new Family(name, states, text);
    }

    private static Family chain(String name, IntFunction<String> fields) {
        return new Family(
                name,
                STATES,
                size -> machine(
                        size,
                        i -> "\"S%d\":{%s,%s}".formatted(i, fields.apply(i), next("S" + (i + 1), i + 1 == size))));
    }

    private static String next(String name, boolean isLast) {
        return isLast ? "\"End\":true" : "\"Next\":\"" + name + "\"";
    }

    private static String machine(int states, IntFunction<String> state) {
        return "{\"StartAt\":\"S0\",\"States\":{"
                + IntStream.range(0, states).mapToObj(state).collect(Collectors.joining(",")) + "}}";
    }

    private static String call(int i) {
        return """
                "Type":"Task","Resource":"arn:aws:states:::lambda:invoke","ResultPath":"$.results.r%d",
                "Parameters":{"FunctionName":"f","Payload":{"order.$":"$.order.id","amount.$":"$.order.amount"}},
                "Retry":[{"ErrorEquals":["Lambda.ServiceException","Lambda.TooManyRequestsException"],"MaxAttempts":3,"BackoffRate":2}],
                "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"S0"}]""".formatted(i % 200);
    }

    private static String items(int i) {
        return """
                "Type":"Map","ItemsPath":"$.items","ResultPath":"$.items","ItemProcessor":
                {"StartAt":"I%d","States":{"I%d":{"Type":"Pass","Parameters":{"sku.$":"$.sku"},"End":true}}}""".formatted(i, i);
    }

    private static String twoBranches(int i) {
        String branch = "{\"StartAt\":\"%s\",\"States\":{\"%s\":{\"Type\":\"Pass\",\"Result\":1,\"End\":true}}}";
        String left = branch.formatted("L" + i, "L" + i);
        String right = branch.formatted("R" + i, "R" + i);
        return "\"Type\":\"Parallel\",\"Branches\":[%s,%s],\"ResultPath\":\"$.both\"".formatted(left, right);
    }

    private static Family choices() {
        return new Family(
                "Choices with two ways each",
                STATES,
                size -> machine(size, i -> {
                    int pair = i / 2;
                    return i % 2 == 0
                            ? """
                    "S%d":{"Type":"Choice","Choices":[{"Variable":"$.a%d","IsPresent":true,"Next":"S%d"}],"Default":"S%d"}""".formatted(i, pair, i + 1, Math.min(i + 2, size - 1))
                            : """
                    "S%d":{"Type":"Pass","Result":%d,"ResultPath":"$.a%d",%s}""".formatted(i, i, pair, next("S" + (i + 1), i + 1 == size));
                }));
    }

    private static String rules(int rules) {
        String choices = IntStream.range(0, rules)
                .mapToObj(i -> "{\"Variable\":\"$.f%d\",\"StringEquals\":\"a\",\"Next\":\"Work\"}".formatted(i))
                .collect(Collectors.joining(","));
        return """
                {"StartAt":"Which?","States":{"Which?":{"Type":"Choice","Choices":[%s],"Default":"Done"},
                "Work":{"Type":"Pass","ResultPath":"$.work","Next":"Which?"},"Done":{"Type":"Succeed"}}}""".formatted(choices);
    }

    private static String ring(int size) {
        return machine(
                size,
                i -> "\"S%d\":{\"Type\":\"Pass\",\"Parameters\":{\"x%d.$\":\"$\"},\"Next\":\"S%d\"}"
                        .formatted(i, i % 7, (i + 1) % size));
    }
}
